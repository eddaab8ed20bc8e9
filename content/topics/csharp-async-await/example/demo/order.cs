#:property PublishAot=false
// #region order
Console.WriteLine("1 before the call");
Task<string> report = Report();
Console.WriteLine($"3 the caller goes on, finished: {report.IsCompleted}");
Console.WriteLine(await report);

static async Task<string> Report()
{
    Console.WriteLine("2 at once, on the caller's thread");
    await Task.Delay(20);
    return "4 the rest, later";
}
// #endregion order
