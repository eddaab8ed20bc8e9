using System.Globalization;
using Microsoft.Extensions.Time.Testing;

namespace Garage.Tests;

public class PayStationTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    // #region station
    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 12, 31, 12, 0, 0, TimeSpan.Zero));
    private readonly PayStation station;

    public PayStationTests() => station = new PayStation(
        new Tariff(PerHour: 2.50m, PerDay: 18m), clock, new FakeHolidays(new DateOnly(2027, 1, 1)));

    [Theory]
    [InlineData("2026-12-31T22:30Z", 5)] // In Berlin, it's 23:30 on December 31,
    [InlineData("2026-12-31T23:30Z", 0)] // 00:30 on January 1,
    [InlineData("2027-01-01T22:30Z", 0)] // 23:30 on January 1,
    [InlineData("2027-01-01T23:30Z", 5)] // and 00:30 on January 2.
    public async Task Holidays_are_free_on_the_calendar_of_the_garage(string now, decimal fee)
    {
        clock.SetUtcNow(DateTimeOffset.Parse(now, CultureInfo.InvariantCulture));
        Assert.Equal(fee, await station.Due(clock.GetUtcNow() - TimeSpan.FromMinutes(61), Token));
    }

    [Fact]
    public async Task Charges_the_second_hour_when_it_begins()
    {
        var entered = clock.GetUtcNow();
        clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(2.50m, await station.Due(entered, Token));
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(5m, await station.Due(entered, Token));
    }
    // #endregion station

    [Fact]
    public async Task A_ticket_from_the_future_has_no_fee() =>
        Assert.Null(await station.Due(clock.GetUtcNow() + TimeSpan.FromSeconds(1), Token));
}
