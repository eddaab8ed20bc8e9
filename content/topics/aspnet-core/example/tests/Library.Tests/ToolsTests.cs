namespace Library.Tests;

public class ToolsTests
{
    [Fact]
    public void Of_two_who_want_a_tool_at_once_one_gets_it()
    {
        var rounds = Enumerable.Range(0, 20_000).Select(_ => new Tools()).ToList();
        var lent = new int[rounds.Count];
        using var start = new Barrier(2);
        void LendAll(string user)
        {
            for (var round = 0; round < rounds.Count; round++)
            {
                start.SignalAndWait();
                if (rounds[round].Lend(1, user) is not null) Interlocked.Increment(ref lent[round]);
            }
        }
        var threads = new[] { new Thread(() => LendAll("ada")), new Thread(() => LendAll("grace")) };
        foreach (var thread in threads) thread.Start();
        foreach (var thread in threads) thread.Join();
        Assert.All(lent, times => Assert.Equal(1, times));
    }
}
