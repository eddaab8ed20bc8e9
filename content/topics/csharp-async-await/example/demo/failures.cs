#:property PublishAot=false
// #region failures
Task<int>[] tasks = [Price("a", -1, 50), Price("b", 80, 10), Price("c", -1, 10)];
Task<int[]> all = Task.WhenAll(tasks);
try
{
    await all;
}
catch (InvalidOperationException error)
{
    Console.WriteLine($"caught: {error.Message}");
}

Console.WriteLine($"failed: {string.Join(", ", all.Exception!.InnerExceptions.Select(error => error.Message))}");
Console.WriteLine($"still good: {await tasks[1]}");

static async Task<int> Price(string site, int price, int delay)
{
    await Task.Delay(delay);
    return price >= 0 ? price : throw new InvalidOperationException($"{site} is down");
}
// #endregion failures
