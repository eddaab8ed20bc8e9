using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Rates.Tests;

public class RateFinderTests
{
    private static List<Uri> Sites(int count) =>
        Enumerable.Range(0, count).Select(at => new Uri($"https://site{at}.example/")).ToList();

    private static RateFinder Finder(Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> answer, int limit = 5_000) =>
        new(new HttpClient(new FakeSites(answer)), TimeSpan.FromMilliseconds(limit));

    private static HttpResponseMessage Price(decimal price) => new() { Content = new StringContent($$"""{"price":{{price}}}""") };

    [Fact(Timeout = 30_000)]
    public async Task Prices_come_in_the_order_of_the_sites()
    {
        var finder = Finder(async (request, token) =>
        {
            await Task.Delay(request.RequestUri!.Host == "site0.example" ? 50 : 1, token);
            return Price(request.RequestUri.Host == "site0.example" ? 90 : 80);
        });
        var rates = await finder.Find("double room", Sites(2), TestContext.Current.CancellationToken);
        Assert.Equal([new Rate("site0.example", 90), new Rate("site1.example", 80)], rates);
    }

    // #region atonce
    [Fact(Timeout = 30_000)]
    public async Task Never_asks_more_than_eight_sites_at_once()
    {
        var now = 0;
        var counts = new ConcurrentBag<int>();
        var finder = Finder(async (_, token) =>
        {
            counts.Add(Interlocked.Increment(ref now));
            await Task.Delay(20, token);
            Interlocked.Decrement(ref now);
            return Price(90);
        });
        var rates = await finder.Find("double", Sites(100), TestContext.Current.CancellationToken);
        Assert.Equal(100, rates.Count(rate => rate.Price == 90));
        Assert.Equal(8, counts.Max());
    }
    // #endregion atonce

    [Fact(Timeout = 30_000)]
    public async Task A_site_that_is_silent_is_reported_and_does_not_hold_up_the_others()
    {
        var finder = Finder(
            async (request, token) =>
            {
                if (request.RequestUri!.Host == "site1.example") await Task.Delay(Timeout.Infinite, token);
                return Price(90);
            },
            limit: 100);
        var rates = await finder.Find("double", Sites(3), TestContext.Current.CancellationToken);
        Assert.Equal([null, "too slow", null], rates.Select(rate => rate.Problem));
    }

    [Theory(Timeout = 30_000)]
    [InlineData(HttpStatusCode.ServiceUnavailable, "", "503")]
    [InlineData(HttpStatusCode.OK, "<html>", "invalid")]
    [InlineData(HttpStatusCode.OK, "null", "no price")]
    [InlineData(HttpStatusCode.OK, """{"error":"sold out"}""", "price")]
    [InlineData(HttpStatusCode.OK, """{"price":0}""", "no price")]
    [InlineData(HttpStatusCode.OK, """{"price":-5}""", "no price")]
    public async Task Says_why_there_is_no_price(HttpStatusCode status, string body, string problem)
    {
        var finder = Finder((_, _) => Task.FromResult(new HttpResponseMessage(status) { Content = new StringContent(body) }));
        var rate = Assert.Single(await finder.Find("double", Sites(1), TestContext.Current.CancellationToken));
        Assert.Null(rate.Price);
        Assert.Contains(problem, rate.Problem, StringComparison.OrdinalIgnoreCase);
    }

    [Fact(Timeout = 30_000)]
    public async Task A_charset_that_does_not_exist_costs_only_that_price()
    {
        var finder = Finder((_, _) =>
        {
            var response = Price(90);
            response.Content.Headers.Remove("Content-Type");
            response.Content.Headers.TryAddWithoutValidation("Content-Type", "application/json; charset=utf8");
            return Task.FromResult(response);
        });
        Assert.NotNull(Assert.Single(await finder.Find("double", Sites(1), TestContext.Current.CancellationToken)).Problem);
    }

    [Fact(Timeout = 30_000)]
    public async Task A_response_that_is_cut_off_costs_only_that_price()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var server = Task.Run(async () =>
        {
            using var socket = await listener.AcceptSocketAsync(TestContext.Current.CancellationToken);
            await socket.ReceiveAsync(new byte[4096], TestContext.Current.CancellationToken);
            await socket.SendAsync(Encoding.ASCII.GetBytes("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n{"), TestContext.Current.CancellationToken);
        });
        using var http = new HttpClient();
        var site = new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/");
        var rates = await new RateFinder(http, TimeSpan.FromSeconds(5)).Find("double", [site], TestContext.Current.CancellationToken);
        await server;
        Assert.NotNull(Assert.Single(rates).Problem);
    }

    // #region who
    [Fact(Timeout = 30_000)]
    public async Task Tells_the_caller_who_gave_up_from_the_site_that_is_slow()
    {
        using var caller = new CancellationTokenSource();
        var finder = Finder(async (_, token) =>
        {
            await caller.CancelAsync();
            await Task.Delay(Timeout.Infinite, token);
            return Price(90);
        });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => finder.Ask(Sites(1)[0], "double", caller.Token));
    }
    // #endregion who

    // #region cancel
    [Fact(Timeout = 30_000)]
    public async Task When_the_caller_gives_up_every_request_ends()
    {
        using var caller = new CancellationTokenSource();
        int begun = 0, ended = 0;
        var finder = Finder(async (_, token) =>
        {
            if (Interlocked.Increment(ref begun) == 8) await caller.CancelAsync();
            try
            {
                await Task.Delay(Timeout.Infinite, token);
            }
            finally
            {
                Interlocked.Increment(ref ended);
            }
            return Price(90);
        });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => finder.Find("double", Sites(20), caller.Token));
        Assert.Equal((8, 8), (begun, ended));
    }
    // #endregion cancel

    [Fact(Timeout = 30_000)]
    public async Task Without_sites_there_are_no_rates() =>
        Assert.Empty(await Finder((_, _) => throw new UnreachableException()).Find("double", [], TestContext.Current.CancellationToken));

    private sealed class FakeSites(Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> answer) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken token) => answer(request, token);
    }
}
