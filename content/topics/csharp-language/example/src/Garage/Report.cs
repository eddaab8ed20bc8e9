namespace Garage;

public sealed record Income(DateOnly Day, int Cars, decimal Fees);

// #region report
public sealed record Report(IReadOnlyList<Income> Days, Stay? Longest)
{
    public static Report Of(IReadOnlyList<Stay> stays, Tariff tariff, TimeZoneInfo zone) => new(
        stays.GroupBy(stay => stay.DayIn(zone))
            .OrderBy(day => day.Key)
            .Select(day => new Income(day.Key, day.Count(), day.Sum(stay => tariff.Fee(stay.Length))))
            .ToList(),
        stays.MaxBy(stay => stay.Length));
}
// #endregion report
