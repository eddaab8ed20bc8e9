using System.Net;

namespace Garage.Tests;

public class CityHolidaysTests
{
    private static readonly DateOnly NewYear = new(2027, 1, 1);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static CityHolidays City(Func<HttpRequestMessage, HttpResponseMessage> answer) =>
        new(new HttpClient(new FakeCity(answer)) { BaseAddress = new Uri("https://city.example/") });

    [Theory]
    [InlineData("""["2027-01-01","2027-12-25"]""", true)]
    [InlineData("""["2027-12-25"]""", false)]
    public async Task Looks_for_the_day_in_the_list_of_its_year(string list, bool expected)
    {
        Uri? asked = null;
        var city = City(request =>
        {
            asked = request.RequestUri;
            return new HttpResponseMessage { Content = new StringContent(list) };
        });
        Assert.Equal(expected, await city.Includes(NewYear, Token));
        Assert.Equal("https://city.example/holidays/2027", asked?.AbsoluteUri);
    }

    [Fact]
    public async Task Throws_if_the_city_is_down()
    {
        var city = City(_ => new HttpResponseMessage(HttpStatusCode.ServiceUnavailable));
        await Assert.ThrowsAsync<HttpRequestException>(() => city.Includes(NewYear, Token));
    }

    [Fact]
    public async Task Throws_if_there_is_no_list()
    {
        var city = City(_ => new HttpResponseMessage { Content = new StringContent("null") });
        await Assert.ThrowsAsync<InvalidDataException>(() => city.Includes(NewYear, Token));
    }

    // #region handler
    private sealed class FakeCity(Func<HttpRequestMessage, HttpResponseMessage> answer) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken token) =>
            Task.FromResult(answer(request));
    }
    // #endregion handler
}
