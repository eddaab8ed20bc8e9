using System.Globalization;

namespace Garage.Tests;

public class ReportTests
{
    private static readonly Tariff Tariff = new(PerHour: 2.50m, PerDay: 18m);

    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    private static Stay Stay(string @in, string @out) =>
        new("A1", DateTimeOffset.Parse(@in, CultureInfo.InvariantCulture), DateTimeOffset.Parse(@out, CultureInfo.InvariantCulture));

    // #region midnight
    [Fact]
    public void A_stay_past_midnight_counts_for_the_day_of_departure()
    {
        var report = Report.Of([Stay("2026-03-05T22:15+01:00", "2026-03-06T08:00+01:00")], Tariff, Berlin);
        Assert.Equal([new Income(new DateOnly(2026, 3, 6), 1, 18m)], report.Days);
    }
    // #endregion midnight

    [Fact]
    public void A_barrier_whose_clock_runs_in_UTC_counts_for_the_same_day()
    {
        var report = Report.Of([Stay("2026-03-05T22:30Z", "2026-03-05T23:15Z")], Tariff, Berlin);
        Assert.Equal(new DateOnly(2026, 3, 6), Assert.Single(report.Days).Day);
    }

    [Fact]
    public void The_hour_that_is_skipped_in_spring_is_not_charged()
    {
        var stay = Stay("2026-03-29T01:00+01:00", "2026-03-29T04:00+02:00");
        Assert.Equal(5m, Tariff.Fee(stay.Length));
    }

    [Fact]
    public void Days_are_in_order_and_summed()
    {
        var report = Report.Of(
            [
                Stay("2026-03-06T10:00+01:00", "2026-03-06T11:00+01:00"),
                Stay("2026-03-05T10:00+01:00", "2026-03-05T12:00+01:00"),
                Stay("2026-03-06T10:00+01:00", "2026-03-06T12:00+01:00"),
            ],
            Tariff,
            Berlin);
        Assert.Equal([(5, 1, 5m), (6, 2, 7.5m)], report.Days.Select(day => (day.Day.Day, day.Cars, day.Fees)));
    }

    [Fact]
    public void Without_stays_there_is_no_longest()
    {
        var report = Report.Of([], Tariff, Berlin);
        Assert.Empty(report.Days);
        Assert.Null(report.Longest);
    }
}
