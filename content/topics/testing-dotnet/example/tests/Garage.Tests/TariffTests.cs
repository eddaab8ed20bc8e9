namespace Garage.Tests;

public class TariffTests
{
    private static readonly Tariff Tariff = new(PerHour: 2.50m, PerDay: 18m);

    // #region theory
    [Theory]
    [InlineData("00:00", 0)]
    [InlineData("00:01", 2.5)]
    [InlineData("01:00", 2.5)]
    [InlineData("01:01", 5)]
    [InlineData("07:00", 17.5)]
    [InlineData("07:01", 18)]
    [InlineData("23:59", 18)]
    [InlineData("1.00:00", 18)]
    [InlineData("1.00:01", 20.5)]
    public void Charges_begun_hours_up_to_the_maximum_per_day(string length, decimal fee) =>
        Assert.Equal(fee, Tariff.Fee(TimeSpan.Parse(length, System.Globalization.CultureInfo.InvariantCulture)));
    // #endregion theory

    // #region fact
    [Fact]
    public void Refuses_a_negative_length() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Tariff.Fee(TimeSpan.FromMinutes(-1)));
    // #endregion fact

    [Fact]
    public void A_default_tariff_is_free() => Assert.Equal(0m, default(Tariff).Fee(TimeSpan.FromHours(5)));
}
