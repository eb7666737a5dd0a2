using System.Runtime.CompilerServices;

namespace LicensingPipeline.Normalise;

/// <summary>
/// Reads the name of a holder or manager: what it is the name of, where its parts stand, and the company's number. Where
/// it is unsure the answer is unknown, which counts as a person, because a person is who could be harmed.
/// </summary>
public static class NameReader
{
    /// <summary>Reads one name. Any text will do; nothing is changed but what a rule names.</summary>
    [SkipLocalsInit]
    public static NameReading Read(string name)
    {
        Span<char> upper = stackalloc char[NameTokens.Longest];
        Span<NameToken> room = stackalloc NameToken[NameTokens.Most];
        var tokens = new NameTokens(name, upper, room);
        if (NameWithheld.Is(tokens, name))
        {
            return new NameReading(name, NameKind.Withheld, ..name.Length, ..name.Length, 0..0, 0..0, 0..0, NameMarks.None, null);
        }

        var tail = NameTails.Find(tokens, name);
        var marks = tail.Marks;
        var kind = NameKinds.Of(tokens, tail.CoreTokens, name, ref marks);
        if (kind == NameKind.Person && (marks & NameMarks.Address) != NameMarks.None && NameAddress.IsOfPlace(tokens, tail.CoreTokens))
        {
            kind = NameKind.Unknown;
        }

        var number = CompanyNumbers.Find(tokens, tail.HolderTokens, name, kind);
        if (number is not null)
        {
            marks |= NameMarks.Number;
        }

        if (tokens.Open > 0)
        {
            marks |= NameMarks.CutOff;
        }

        return new NameReading(name, kind, tail.Holder, NameCore.Of(tokens, tail, name, ref marks), tail.Other, tail.CareOf, tail.Address, marks, number);
    }

    /// <summary>What was read of one name, line by line, for who argues with the reader.</summary>
    public static IReadOnlyList<(string What, string Value)> Explain(string text)
    {
        var clean = CleanText.Of(text, out _, out _);
        var read = Read(clean);
        var lines = new List<(string What, string Value)> { ("kind", read.Kind == NameKind.Withheld ? Licence.Withheld : Word(read.Kind)), ("counts as", read.KindText) };
        Add("name", clean[read.Core]);
        Add("in the record", read.Kind == NameKind.Withheld ? Licence.Withheld : read.Text);
        Add("company number", read.CompanyNumber ?? "");
        Add("other name", clean[read.Other]);
        Add("care of, never the holder", clean[read.CareOf]);
        Add("address", clean[read.Address]);
        Add("cut off", (read.Marks & NameMarks.CutOff) != NameMarks.None ? "the name breaks off: a bracket never closes, or a word ends early" : "");
        foreach (var person in NameParts.Of(clean, familyFirst: null))
        {
            Add("person", $"title '{person.Title}', given '{person.Given}', family '{person.Family}', behind '{person.Suffix}'");
        }

        return lines;

        void Add(string what, string value)
        {
            if (value.Length > 0)
            {
                lines.Add((what, value));
            }
        }
    }

    private static string Word(NameKind kind) => kind switch
    {
        NameKind.Trust => "trust",
        NameKind.PublicBody => "public-body",
        NameKind.Joint => "joint",
        NameKind.Company => "company",
        NameKind.Person => "person",
        _ => "unknown",
    };
}
