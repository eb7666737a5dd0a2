using System.Globalization;
using System.Text;

namespace LicensingPipeline.Extract;

/// <summary>What one saved page says of one licence: labels and values, in the order of the page.</summary>
/// <param name="part">The file, or the entry of a zip, where there are several.</param>
/// <param name="number">1-based number of the record in it.</param>
internal sealed class DetailPage(string? part, long number)
{
    /// <summary>Heading of what stands at the top of the page.</summary>
    public const string Address = "address";

    /// <summary>Heading of the reference, where the page has no label for it.</summary>
    public const string LicenceNumber = "licence number";

    private const int MostAlike = 100;

    public string? Part { get; } = part;

    public long Number { get; } = number;

    /// <summary>Of the licence it is about, or null.</summary>
    public string? Reference { get; set; }

    /// <summary>Whether it is the page of additional details, which only adds to the licence's own.</summary>
    public bool IsMore { get; set; }

    /// <summary>By label, case apart.</summary>
    public OrderedDictionary<string, string> Values { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// A label as a heading: full stops, colons and question marks are left out and a low line is a space, so that the page
    /// ("No. of storeys:") and what a script made of it ("no_of_storeys") have one heading.
    /// </summary>
    public static string Label(string text)
    {
        var label = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (c is '.' or ':' or '?')
            {
                continue;
            }

            var blank = char.IsWhiteSpace(c) || c == '_';
            if (!blank || (label.Length > 0 && label[^1] != ' '))
            {
                label.Append(blank ? ' ' : char.ToLowerInvariant(c));
            }
        }

        return label.ToString().TrimEnd();
    }

    /// <summary>Enters a value. A label that stands twice keeps the first that is filled.</summary>
    /// <returns>False where the label has another value already.</returns>
    public bool Put(string label, string value)
    {
        if (!Values.TryGetValue(label, out var known) || known.Length == 0)
        {
            Values[label] = value;
            return true;
        }

        return value.Length == 0 || value == known;
    }

    /// <summary>Enters a value whose label may stand already with another one: which of them holds is not ours to choose, so it stands beside it.</summary>
    public void PutBeside(string label, string value)
    {
        var beside = label;
        for (var n = 2; !Put(beside, value); n++)
        {
            beside = n <= MostAlike ? string.Create(CultureInfo.InvariantCulture, $"{label} ({n})") : throw SourceException.Cap("How often one label stands on a saved page", "100");
        }
    }

    /// <summary>Puts the pages of additional details to the licences they are about; one whose licence is not there stays a row, so that it is seen.</summary>
    public static List<DetailPage> Joined(IReadOnlyList<DetailPage> pages)
    {
        var rows = pages.Where(p => !p.IsMore).ToList();
        var licences = rows.Where(p => p.Reference is not null).ToLookup(p => p.Reference!, StringComparer.OrdinalIgnoreCase);
        foreach (var more in pages.Where(p => p.IsMore))
        {
            var details = more.Values.Where(v => !IsTop(v.Key)).ToList();
            // Where a licence was saved twice the details go to the first that has none yet.
            var licence = more.Reference is null ? null : licences[more.Reference].FirstOrDefault(l => !details.Exists(d => l.Values.ContainsKey(d.Key)));
            if (licence is null)
            {
                rows.Add(more);
                continue;
            }

            foreach (var (label, value) in details)
            {
                licence.Values[label] = value;
            }
        }

        return rows;
    }

    /// <summary>What stands at the top of both pages, and on the second may be a title in place of the address.</summary>
    private static bool IsTop(string label) => label is Address or LicenceNumber;
}
