namespace Garage.Tests;

// #region fake
/// <summary>A calendar with the days that you give it.</summary>
internal sealed class FakeHolidays(params DateOnly[] days) : IHolidays
{
    public Task<bool> Includes(DateOnly day, CancellationToken token) => Task.FromResult(days.Contains(day));
}
// #endregion fake
