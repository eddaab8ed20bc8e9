#:property PublishAot=false
// #region early
Console.WriteLine(await Rooms());
Console.WriteLine(await RoomsShort());

static async Task<string> Rooms()
{
    using var connection = new Connection();
    return await connection.Ask();
}

static Task<string> RoomsShort()
{
    using var connection = new Connection();
    return connection.Ask();
}

class Connection : IDisposable
{
    private bool isClosed;

    public void Dispose() => isClosed = true;

    public async Task<string> Ask()
    {
        await Task.Delay(50);
        return isClosed ? "the connection was closed" : "42 rooms";
    }
}
// #endregion early
