using System.Net;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Time.Testing;

namespace Garage.Tests;

// #region app
public sealed class GarageApp : WebApplicationFactory<Program>
{
    private static readonly DateTimeOffset Now = new(2027, 1, 1, 23, 30, 0, TimeSpan.Zero);

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Production");
        builder.ConfigureTestServices(services =>
        {
            services.AddSingleton<TimeProvider>(new FakeTimeProvider(Now));
            services.AddSingleton<IHolidays>(new FakeHolidays(new DateOnly(2027, 1, 1)));
        });
    }
}

public class FeeApiTests(GarageApp app) : IClassFixture<GarageApp>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Names_the_fee()
    {
        var due = await app.CreateClient().GetFromJsonAsync<AmountDue>("/fee?entered=2027-01-01T22:29:00Z", Token);
        Assert.Equal(new AmountDue(5m), due);
    }
    // #endregion app

    [Theory]
    [InlineData("/fee", HttpStatusCode.BadRequest)]
    [InlineData("/fee?entered=yesterday", HttpStatusCode.BadRequest)]
    [InlineData("/fee?entered=2027-01-01T23:31:00Z", HttpStatusCode.BadRequest)] // in a minute
    [InlineData("/nowhere", HttpStatusCode.NotFound)]
    public async Task Refuses_what_it_cannot_use(string path, HttpStatusCode status)
    {
        var response = await app.CreateClient().GetAsync(path, Token);
        Assert.Equal(status, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
    }
}
