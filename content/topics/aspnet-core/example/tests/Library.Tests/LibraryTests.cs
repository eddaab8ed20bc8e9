using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Library.Tests;

public sealed class LibraryTests : IAsyncLifetime
{
    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;
    private readonly string keys = Directory.CreateTempSubdirectory().FullName;
    private RunningApp app = null!;

    public async ValueTask InitializeAsync() => app = await RunningApp.Start(keys);

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        Directory.Delete(keys, recursive: true);
    }

    private static async Task<string> LogIn(HttpClient client, string name)
    {
        var answer = await (await client.PostAsync($"/login/{name}", null, Token)).Content.ReadFromJsonAsync<JsonElement>(Token);
        return answer.GetProperty("accessToken").GetString()!;
    }

    private static Task<HttpResponseMessage> Lend(HttpClient client, int id, string json, string? token)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, $"/tools/{id}/loan") { Content = new StringContent(json, Encoding.UTF8, "application/json") };
        if (token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client.SendAsync(request, Token);
    }

    [Fact]
    public async Task Lists_the_tools()
    {
        var tools = await app.Client.GetFromJsonAsync<List<Tool>>("/tools", Token);
        Assert.Equal(["drill", "ladder"], tools!.Select(tool => tool.Name));
    }

    // #region problems
    [Theory]
    [InlineData("/tools/99", 404)]
    [InlineData("/tools/nine", 404)]
    [InlineData("/nowhere", 404)]
    [InlineData("/broken", 500)]
    public async Task Every_error_is_a_problem_without_inner_details(string path, int status)
    {
        var response = await app.Client.GetAsync(path, Token);
        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.DoesNotContain("s3cret", await response.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
    }
    // #endregion problems

    [Fact]
    public async Task Lends_a_tool_once()
    {
        var token = await LogIn(app.Client, "ada");
        var first = await Lend(app.Client, 1, """{"days":7}""", token);
        Assert.Equal(HttpStatusCode.Created, first.StatusCode);
        Assert.Equal(new Uri(app.Client.BaseAddress!, "/tools/1"), first.Headers.Location);
        Assert.Equal("ada", (await first.Content.ReadFromJsonAsync<Tool>(Token))!.LentTo);
        Assert.Equal(HttpStatusCode.Conflict, (await Lend(app.Client, 1, """{"days":7}""", token)).StatusCode);
    }

    [Theory]
    [InlineData("""{"days":0}""", 400)]
    [InlineData("""{"days":61}""", 400)]
    [InlineData("""{"days":15}""", 400)]
    [InlineData("""{"days":""", 400)]
    [InlineData("", 400)]
    [InlineData("""{"days":"seven"}""", 400)]
    public async Task Refuses_what_it_cannot_use(string json, int status)
    {
        var response = await Lend(app.Client, 1, json, await LogIn(app.Client, "ada"));
        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("nonsense")]
    public async Task Needs_a_user_before_it_looks_at_the_body(string? token) =>
        Assert.Equal(HttpStatusCode.Unauthorized, (await Lend(app.Client, 1, """{"days":""", token)).StatusCode);

    // #region outlives
    [Fact]
    public async Task Work_that_outlives_its_scope_fails()
    {
        var scope = app.Services.CreateAsyncScope();
        var sending = scope.ServiceProvider.GetRequiredService<Sender>().Send(new Receipt("ada", "drill"), Token);
        await scope.DisposeAsync();
        await Assert.ThrowsAsync<ObjectDisposedException>(() => sending);
    }
    // #endregion outlives

    // #region timeout
    [Theory]
    [InlineData(typeof(TaskCanceledException))]
    [InlineData(typeof(HttpRequestException))]
    public async Task A_receipt_that_fails_does_not_stop_the_ones_after_it(Type failure)
    {
        var mail = app.Services.GetRequiredService<MailServer>();
        mail.Deliver = receipt => receipt.User == "ada" ? throw (Exception)Activator.CreateInstance(failure)! : Task.CompletedTask;
        await Lend(app.Client, 1, """{"days":7}""", await LogIn(app.Client, "ada"));
        await Lend(app.Client, 2, """{"days":7}""", await LogIn(app.Client, "grace"));
        for (var tries = 0; mail.Sent.IsEmpty && tries < 100; tries++) await Task.Delay(50, Token);
        Assert.Equal([new Receipt("grace", "ladder")], mail.Sent);
    }
    // #endregion timeout

    [Fact]
    public async Task A_receipt_that_hangs_does_not_stop_the_ones_after_it()
    {
        var mail = app.Services.GetRequiredService<MailServer>();
        mail.Patience = TimeSpan.FromMilliseconds(100);
        mail.Deliver = receipt => receipt.User == "ada" ? Task.Delay(Timeout.Infinite, Token) : Task.CompletedTask;
        await Lend(app.Client, 1, """{"days":7}""", await LogIn(app.Client, "ada"));
        await Lend(app.Client, 2, """{"days":7}""", await LogIn(app.Client, "grace"));
        for (var tries = 0; mail.Sent.IsEmpty && tries < 100; tries++) await Task.Delay(50, Token);
        Assert.Equal([new Receipt("grace", "ladder")], mail.Sent);
    }

    [Fact]
    public async Task A_mail_server_that_hangs_holds_up_no_loan()
    {
        var hanging = new TaskCompletionSource();
        var mail = app.Services.GetRequiredService<MailServer>();
        mail.Patience = Timeout.InfiniteTimeSpan; // the queue stays full
        mail.Deliver = _ => hanging.Task;
        var queue = app.Services.GetRequiredService<Channel<Receipt>>().Writer;
        while (queue.TryWrite(new Receipt("grace", "ladder"))) { }
        var lent = Lend(app.Client, 1, """{"days":7}""", await LogIn(app.Client, "ada"));
        Assert.Equal(HttpStatusCode.Created, (await lent.WaitAsync(TimeSpan.FromSeconds(10), Token)).StatusCode);
        hanging.SetException(new HttpRequestException());
    }

    // #region proxy
    [Theory]
    [InlineData("127.0.0.0/8", "https")]
    [InlineData("10.0.0.0/8", "http")]
    public async Task Believes_the_scheme_only_from_the_proxy(string network, string scheme)
    {
        await using var behind = await RunningApp.Start(keys, $"--Library:ProxyNetwork={network}");
        behind.Client.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        var response = await Lend(behind.Client, 1, """{"days":7}""", await LogIn(behind.Client, "ada"));
        Assert.Equal(scheme, response.Headers.Location?.Scheme);
    }
    // #endregion proxy

    // #region keys
    [Fact]
    public async Task Another_instance_accepts_a_token_only_with_the_same_keys()
    {
        var token = await LogIn(app.Client, "ada");
        var otherKeys = Directory.CreateTempSubdirectory().FullName;
        await using var same = await RunningApp.Start(keys);
        await using var other = await RunningApp.Start(otherKeys);
        Assert.Equal(HttpStatusCode.Created, (await Lend(same.Client, 1, """{"days":7}""", token)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await Lend(other.Client, 1, """{"days":7}""", token)).StatusCode);
    }
    // #endregion keys

    [Theory]
    [InlineData("--Library:MaxDays=0")]
    [InlineData("--Library:MaxDays=100")]
    public async Task Does_not_start_with_a_setting_that_is_wrong(string setting) =>
        await Assert.ThrowsAsync<OptionsValidationException>(async () => await (await RunningApp.Start(keys, setting)).DisposeAsync());
}
