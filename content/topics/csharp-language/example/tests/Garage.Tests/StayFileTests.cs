using System.Globalization;

namespace Garage.Tests;

public class StayFileTests
{
    private static List<Line> Read(string text)
    {
        using var reader = new StringReader(text);
        return StayFile.Read(reader).ToList();
    }

    [Fact]
    public void Reads_a_stay_with_and_without_a_note()
    {
        var lines = Read("A1;2026-03-05T09:00+01:00;2026-03-05T11:30+01:00\nB2;2026-03-05T09:00+01:00;2026-03-05T10:00+01:00; key lost ");
        Assert.Equal([null, "key lost"], lines.Cast<GoodLine>().Select(line => line.Stay.Note));
        Assert.Equal(TimeSpan.FromHours(2.5), ((GoodLine)lines[0]).Stay.Length);
    }

    [Fact]
    public void Reads_Z_as_UTC() =>
        Assert.Equal(TimeSpan.FromHours(1), Assert.IsType<GoodLine>(Assert.Single(Read("A1;2026-03-05T09:00Z;2026-03-05T11:00+01:00"))).Stay.Length);

    [Theory]
    [InlineData("A1;2026-03-05T09:00;2026-03-05T10:00+01:00", "'2026-03-05T09:00' is not a time")]
    [InlineData(";2026-03-05T09:00+01:00;2026-03-05T10:00+01:00", "no plate")]
    [InlineData("A1", "1 fields, not 3 or 4")]
    [InlineData("A1;2026-03-05T09:00+01:00", "2 fields, not 3 or 4")]
    [InlineData("A1;9:00;2026-03-05T10:00+01:00", "'9:00' is not a time")]
    [InlineData("A1;2026-03-05T09:00+01:00;later", "'later' is not a time")]
    [InlineData("A1;2026-03-05T09:00+01:00;2026-03-05T08:00+01:00", "left before it came")]
    [InlineData("A1;2026-03-05T09:00+01:00;2026-03-05T10:00+01:00;a;b", "5 fields, not 3 or 4")]
    public void Says_what_is_wrong_with_a_line(string text, string problem) =>
        Assert.Equal([new BadLine(2, problem)], Read($"\n{text}"));

    [Fact]
    public void A_bad_line_does_not_stop_the_ones_after_it()
    {
        var lines = Read("???\nA1;2026-03-05T09:00+01:00;2026-03-05T10:00+01:00");
        Assert.Collection(lines, line => Assert.IsType<BadLine>(line), line => Assert.IsType<GoodLine>(line));
    }

    // #region lazy
    [Fact]
    public void Reads_nothing_before_you_iterate()
    {
        var reader = new StringReader("A1;2026-03-05T09:00+01:00;2026-03-05T10:00+01:00");
        var lines = StayFile.Read(reader);
        reader.Dispose();
        Assert.Throws<ObjectDisposedException>(() => lines.Any());
    }
    // #endregion lazy

    [Fact]
    public void Reads_the_same_on_a_machine_with_another_culture()
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = new CultureInfo("ar-SA");
        try
        {
            Assert.IsType<GoodLine>(Assert.Single(Read("A1;2026-03-05T09:00+01:00;2026-03-05T10:00+01:00")));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
