#:property PublishAot=false
// #region late
var table = new List<Ticket> { new("A1", 3), new("B2", 30) };
var reads = 0;

IEnumerable<Ticket> Read()
{
    reads++;
    foreach (var ticket in table) yield return ticket;
}

var open = Read().Where(ticket => ticket.IsOpen);
Console.WriteLine($"query built, {reads} reads");

var any = open.Any();
var hours = open.Sum(ticket => ticket.Hours);
table[0] = table[0] with { IsOpen = false };
Console.WriteLine($"any {any}, {hours} hours, {open.Count()} ticket, {reads} reads");

var list = open.ToList();
table[1] = table[1] with { IsOpen = false };
Console.WriteLine($"list {list.Count}, query {open.Count()}");

record Ticket(string Plate, int Hours, bool IsOpen = true);
// #endregion late
