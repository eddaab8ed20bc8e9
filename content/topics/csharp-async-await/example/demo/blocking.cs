#:property PublishAot=false
using System.Diagnostics;

// #region blocking
static async Task<int> Rate()
{
    await Task.Delay(100);
    return 90;
}

static async Task Waiting() => await Rate();

static Task Blocking()
{
    _ = Rate().Result;
    return Task.CompletedTask;
}

await Measure("await", Waiting);
await Measure(".Result", Blocking);

static async Task Measure(string name, Func<Task> request)
{
    var clock = Stopwatch.StartNew();
    await Task.WhenAll(Enumerable.Range(0, 500).Select(_ => Task.Run(request)));
    Console.WriteLine($"{name,-8} {clock.ElapsedMilliseconds,6} ms, {ThreadPool.ThreadCount} threads");
}
// #endregion blocking
