#:property PublishAot=false
// #region void
try
{
    Retry(async () =>
    {
        await Task.Delay(10);
        throw new InvalidOperationException("the site is down");
    });
    Console.WriteLine("no error so far");
}
catch (InvalidOperationException)
{
    Console.WriteLine("caught");
}

await Task.Delay(1000);
Console.WriteLine("a second later");

static void Retry(Action work) => work();
// #endregion void
