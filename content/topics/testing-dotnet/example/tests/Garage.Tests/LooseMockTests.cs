using Microsoft.Extensions.Time.Testing;
using Moq;

namespace Garage.Tests;

/// <summary>A test that the page warns of: it also passes if the station asks for the wrong day.</summary>
public class LooseMockTests
{
    // #region loose
    [Fact]
    public async Task The_day_after_a_holiday_costs_money_again()
    {
        var now = new DateTimeOffset(2027, 1, 1, 23, 30, 0, TimeSpan.Zero); // 00:30 on January 2 in Berlin
        var holidays = new Mock<IHolidays>();
        holidays.Setup(h => h.Includes(new DateOnly(2027, 1, 2), It.IsAny<CancellationToken>())).ReturnsAsync(false);
        var tariff = new Tariff(PerHour: 2.50m, PerDay: 18m);
        var station = new PayStation(tariff, new FakeTimeProvider(now), holidays.Object);
        var due = await station.Due(now - TimeSpan.FromMinutes(61), TestContext.Current.CancellationToken);
        Assert.Equal(5m, due);
    }
    // #endregion loose
}
