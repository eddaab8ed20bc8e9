using Xunit;

namespace Parking.Tests;

public class TariffTests
{
    private readonly Tariff _tariff = new(CentsPerHour: 250, DailyMaximum: 1800);

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 250)]
    [InlineData(60, 250)]
    [InlineData(61, 500)]
    [InlineData(23 * 60, 1800)]
    [InlineData(25 * 60, 2050)]
    public void RoundsUpToHoursAndCapsEachDay(int minutes, int cents)
    {
        Assert.Equal(cents, _tariff.Price(TimeSpan.FromMinutes(minutes)));
    }

    [Fact]
    public void RefusesAStayThatEndsBeforeItBegins()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => _tariff.Price(TimeSpan.FromMinutes(-1)));
    }
}
