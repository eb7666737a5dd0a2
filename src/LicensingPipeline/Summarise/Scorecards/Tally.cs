using LicensingPipeline.Normalise;

namespace LicensingPipeline.Summarise.Scorecards;

/// <summary>Counts one figure over the rows of a sheet, keeping the places that count against it and a sample of either kind.</summary>
/// <param name="id">Id of the figure.</param>
internal sealed class Tally(string id)
{
    private const int MostSamples = 20;
    private readonly SortedList<ulong, Sample> _passing = [];
    private readonly SortedList<ulong, Sample> _failing = [];
    private readonly List<string> _places = [];

    public long Passed { get; private set; }

    public long Tested { get; private set; }

    public long Withheld { get; set; }

    public long NotApplicable { get; set; }

    /// <summary>Counts one row or cell.</summary>
    /// <param name="passes">Whether it passes.</param>
    /// <param name="where">Its place.</param>
    /// <param name="text">What stands there, where that can name nobody.</param>
    public void See(bool passes, string where, string? text = null)
    {
        Tested++;
        Passed += passes ? 1 : 0;
        Keep(passes ? _passing : _failing, where, text);
        // Two cells of one row are one place.
        if (!passes && (_places.Count == 0 || _places[^1] != where))
        {
            _places.Add(where);
        }
    }

    /// <summary>The figure; with nothing to test it is not measured.</summary>
    public Figure Figure(string nothing = "No row has anything to test.") => new()
    {
        Kind = Method.ById[id],
        Numerator = Passed,
        Denominator = Tested,
        Withheld = Withheld,
        NotApplicable = NotApplicable,
        Value = Tested == 0 ? null : 100m * Passed / Tested,
        NotMeasured = Tested == 0 ? nothing : null,
        Failing = [.. _failing.Values],
        Passing = [.. _passing.Values],
        FailingPlaces = _places,
    };

    /// <summary>Which rows are shown depends on their place and the figure, not on their order.</summary>
    private void Keep(SortedList<ulong, Sample> samples, string where, string? text)
    {
        var lot = Identity.Hash(id) ^ Identity.Hash(where);
        if (samples.Count < MostSamples || lot < samples.GetKeyAtIndex(MostSamples - 1))
        {
            samples[lot] = new Sample(where, text);
            if (samples.Count > MostSamples)
            {
                samples.RemoveAt(MostSamples);
            }
        }
    }
}
