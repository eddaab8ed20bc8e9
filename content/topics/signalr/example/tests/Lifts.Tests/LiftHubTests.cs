using System.Net;
using System.Net.WebSockets;
using System.Text.Json;

namespace Lifts.Tests;

public class LiftHubTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_change_reaches_the_screens_of_its_hall_only()
    {
        await using var server = await Server.Start();
        using var north = await server.Connect("north", "n");
        using var south = await server.Connect("south", "s");
        await north.Watch("A");
        await south.Watch("B");
        await server.Report("A", "A1", LiftState.Stuck);
        Assert.Equal(
            """{"type":1,"target":"HallChanged","arguments":[{"name":"A","version":1,"lifts":{"A1":"Stuck","A2":"Idle"}}]}""",
            await north.Next());
        await server.Report("B", "B1", LiftState.Moving);
        Assert.Contains("\"B1\":\"Moving\"", await south.Next(), StringComparison.Ordinal);
    }

    // #region reconnect
    [Fact]
    public async Task After_a_reconnect_a_screen_gets_nothing_until_it_watches_again()
    {
        await using var server = await Server.Start();
        using (var before = await server.Connect("north", "n"))
        {
            await before.Watch("A");
        }

        await server.Report("A", "A2", LiftState.Moving);
        using var after = await server.Connect("north", "n");
        await server.Report("A", "A1", LiftState.Stuck);
        Assert.Equal(
            """{"type":3,"invocationId":"1","result":{"name":"A","version":2,"lifts":{"A1":"Stuck","A2":"Moving"}}}""",
            await after.Watch("A"));
    }
    // #endregion reconnect

    [Fact]
    public async Task A_screen_that_may_not_watch_a_hall_does_not_join_its_group()
    {
        await using var server = await Server.Start();
        using var south = await server.Connect("south", "s");
        Assert.Equal(
            """{"type":3,"invocationId":"1","error":"An unexpected error occurred invoking 'Watch' on the server. HubException: You may not watch this hall."}""",
            await south.Watch("A"));
        await server.Report("A", "A1", LiftState.Stuck);
        Assert.Contains("\"result\":{\"name\":\"B\"", await south.Watch("B"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_notice_reaches_all_connections_of_a_user()
    {
        await using var server = await Server.Start();
        using var left = await server.Connect("north", "n");
        using var right = await server.Connect("north", "n");
        using var south = await server.Connect("south", "s");
        await server.Send(HttpMethod.Post, "screens/north/notices?text=hello");
        Assert.Equal("""{"type":1,"target":"Notice","arguments":["hello"]}""", await left.Next());
        Assert.Equal("""{"type":1,"target":"Notice","arguments":["hello"]}""", await right.Next());
        Assert.Contains("\"result\"", await south.Watch("B"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("99")]
    [InlineData("-1")]
    [InlineData("stuck?")]
    public async Task A_state_that_does_not_exist_is_refused(string state)
    {
        await using var server = await Server.Start();
        var error = await Assert.ThrowsAsync<HttpRequestException>(
            () => server.Send(HttpMethod.Put, $"halls/A/lifts/A1?state={Uri.EscapeDataString(state)}"));
        Assert.Equal(HttpStatusCode.BadRequest, error.StatusCode);
    }

    [Fact]
    public async Task Without_a_token_there_is_no_connection()
    {
        await using var server = await Server.Start();
        var response = await server.Http.PostAsync(new Uri("lifts/negotiate?negotiateVersion=1", UriKind.Relative), null, Token);
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        await Assert.ThrowsAsync<WebSocketException>(() => Screen.Connect(server.Http.BaseAddress!, "wrong"));
    }

    [Fact]
    public async Task When_the_token_expires_the_server_closes_the_connection()
    {
        await using var server = await Server.Start("--TokenLifetime=00:00:02");
        using var north = await server.Connect("north", "n");
        Assert.StartsWith("""{"type":7""", await north.Next(), StringComparison.Ordinal);
        Assert.Equal("", await north.Next());
    }

    // #region two
    [Fact]
    public async Task A_second_server_knows_neither_the_connection_nor_its_groups()
    {
        await using var first = await Server.Start();
        await using var second = await Server.Start();
        var token = await first.Login("north", "n");

        using var negotiated = await first.Http.PostAsync(
            new Uri($"lifts/negotiate?negotiateVersion=1&access_token={token}", UriKind.Relative), null, Token);
        using var body = JsonDocument.Parse(await negotiated.Content.ReadAsStringAsync(Token));
        var id = body.RootElement.GetProperty("connectionToken").GetString();
        using var elsewhere = await second.Http.GetAsync(
            new Uri($"lifts?id={id}&access_token={token}", UriKind.Relative), Token);
        Assert.Equal(HttpStatusCode.NotFound, elsewhere.StatusCode);

        using var screen = await Screen.Connect(first.Http.BaseAddress!, token);
        await screen.Watch("A");
        await second.Report("A", "A1", LiftState.Stuck);
        Assert.StartsWith("""{"type":3""", await screen.Watch("A"), StringComparison.Ordinal);
    }
    // #endregion two
}
