using LicensingPipeline.Catalogue;

namespace LicensingPipeline.Normalise;

/// <summary>The first half of reading a value: corrections, white space, and texts that stand for nothing.</summary>
internal sealed class FieldText
{
    private readonly Patch[] _patches;
    private readonly long[] _patchHits;
    private readonly List<RuleHit>? _hits;

    public FieldText(StreamSpec spec, List<RuleHit>? hits)
    {
        _patches = [.. spec.Patches];
        _patchHits = new long[_patches.Length];
        _hits = hits;
    }

    public IReadOnlyList<long> PatchHits => _patchHits;

    /// <summary>The cleaned text, <see cref="Licence.Withheld"/>, or null where it stands for nothing.</summary>
    public string? Clean(Field field, string raw, IssueSink issues)
    {
        var text = CleanText.Of(raw, out var rule, out var hadControl);
        if (rule is not null)
        {
            _hits?.Add(new RuleHit(field, rule, raw, text));
        }

        if (hadControl)
        {
            issues.Add(IssueCodes.TextControlCharacter, field, raw);
        }

        text = Unquote(field, Patched(field, text));
        if (text.Length == 0)
        {
            return null;
        }

        if (Tokens.MeansNothing(text))
        {
            _hits?.Add(new RuleHit(field, Rules.NullToken, text, null));
            return null;
        }

        if (Tokens.MeansWithheld(text))
        {
            _hits?.Add(new RuleHit(field, Rules.Withheld, text, Licence.Withheld));
            issues.Add(IssueCodes.ValueWithheld, field, raw);
            return Licence.Withheld;
        }

        if (text.Contains('\uFFFD', StringComparison.Ordinal))
        {
            issues.Add(IssueCodes.TextReplacementCharacter, field, raw);
        }

        return text;
    }

    private string Patched(Field field, string text)
    {
        for (var i = 0; i < _patches.Length; i++)
        {
            var patch = _patches[i];
            if (patch.Field == field && patch.Match == text)
            {
                _patchHits[i]++;
                _hits?.Add(new RuleHit(field, Rules.Patched, text, patch.To));
                return patch.To;
            }
        }

        return text;
    }

    /// <summary>A back-tick or an apostrophe at the edge, by which somebody kept a spreadsheet from reading a cell as a number or a date.</summary>
    private string Unquote(Field field, string text)
    {
        var bare = text.AsSpan().TrimStart("`\u00B7' ").TrimEnd("`\u00B7 ");
        if (bare.Length == text.Length)
        {
            return text;
        }

        var clean = bare.Trim().ToString();
        _hits?.Add(new RuleHit(field, Rules.StrayQuote, text, clean));
        return clean;
    }
}
