namespace LicensingPipeline.Extract;

/// <summary>
/// Finds the headings of a table on a page: first those the source file names, word by word, over as many lines as they
/// take and also where a word is broken; then whatever stands among them.
/// </summary>
internal sealed class PdfHeadings
{
    /// <summary>Gap between two words of one line, as a share of their height, beyond which they are two cells.</summary>
    private const double WidestSpace = 1.0;
    private const int MostCandidates = 40;
    private const int MostSteps = 2_000;

    private readonly List<(string Name, string Squeezed)> _known;
    private readonly int _least;

    /// <summary>Prepares the search.</summary>
    /// <param name="known">Headings as the source file writes them.</param>
    /// <param name="least">How many of them must be found for a page to have headings.</param>
    public PdfHeadings(IEnumerable<string> known, int least)
    {
        _least = least;
        // The same heading may be meant several times (name@1, name@2); the longest goes first, as it may begin like another.
        _known = [.. known.Select(k => (Name: Bare(k), Squeezed: Squeezed(Bare(k)))).Where(k => k.Squeezed.Length > 0)
            .DistinctBy(k => k.Squeezed, StringComparer.Ordinal).OrderByDescending(k => k.Squeezed.Length).ThenBy(k => k.Squeezed, StringComparer.Ordinal)];
    }

    /// <summary>Whether there is anything to look for.</summary>
    public bool Any => _known.Count > 0;

    /// <summary>The headings on a page, or null where too few are found.</summary>
    public PdfHeader? Find(IReadOnlyList<PdfWord> words)
    {
        var squeezed = words.Select(w => (Word: w, Text: Squeezed(w.Text))).Where(w => w.Text.Length > 0).ToList();
        var candidates = _known.Select(k => (k.Name, Boxes: Candidates(squeezed, k.Squeezed))).Where(c => c.Boxes.Count > 0).ToList();
        if (candidates.Count < _least)
        {
            return null;
        }

        var found = AroundOneLine(candidates);
        if (found.DistinctBy(f => f.Name, StringComparer.Ordinal).Count() < _least)
        {
            return null;
        }

        var cells = WithStrangers(found, words);
        return new PdfHeader([.. cells.Select(c => c.Heading()).OrderBy(h => h.Left).ThenBy(h => h.Top)], cells.SelectMany(c => c.Words).ToHashSet());
    }

    /// <summary>The text without white space, in lower case: words broken at the end of a line differ in nothing else.</summary>
    public static string Squeezed(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c) && !char.IsControl(c))).ToLowerInvariant();

    private static string Bare(string name)
    {
        var at = name.LastIndexOf('@');
        return at >= 0 && at < name.Length - 1 && name.AsSpan(at + 1).IndexOfAnyExceptInRange('0', '9') < 0 ? name[..at] : name;
    }

    /// <summary>One box a heading, or more where it stands more than once, all near one height of the page.</summary>
    private static List<Cell> AroundOneLine(List<(string Name, List<Cell> Boxes)> candidates)
    {
        var best = new List<Cell>();
        foreach (var pivot in candidates.SelectMany(c => c.Boxes).DistinctBy(b => Math.Round(b.Top)).OrderBy(b => b.Top))
        {
            var reach = pivot.Words[0].Height * 5;
            var taken = new HashSet<PdfWord>();
            var chosen = new List<Cell>();
            foreach (var (name, boxes) in candidates)
            {
                foreach (var box in boxes.Where(b => b.Bottom > pivot.Top - reach && b.Top < pivot.Bottom + reach && !b.Words.Any(taken.Contains)).OrderBy(b => Math.Abs(b.Middle - pivot.Middle)).ThenBy(b => b.Left))
                {
                    // A second box with the same text is a second column only where it stands as high.
                    if (chosen.FindIndex(c => c.Name == name) is var first and >= 0 && Math.Abs(chosen[first].Middle - box.Middle) > reach / 5)
                    {
                        continue;
                    }

                    chosen.Add(box with { Name = name });
                    taken.UnionWith(box.Words);
                }
            }

            best = chosen.DistinctBy(c => c.Name, StringComparer.Ordinal).Count() > best.DistinctBy(c => c.Name, StringComparer.Ordinal).Count() ? chosen : best;
        }

        return best;
    }

    /// <summary>Adds words that stand among the headings and belong to none: other columns, or more of a heading that was reworded.</summary>
    private static List<Cell> WithStrangers(List<Cell> found, IReadOnlyList<PdfWord> words)
    {
        double top = found.Min(f => f.Top), bottom = found.Max(f => f.Bottom);
        var taken = found.SelectMany(f => f.Words).ToHashSet();
        var strangers = new List<Cell>();
        foreach (var word in words.Where(w => w.Middle > top && w.Middle < bottom && !taken.Contains(w)).OrderBy(w => w.Top).ThenBy(w => w.Left))
        {
            var at = strangers.FindIndex(s => s.Touches(word));
            if (at >= 0)
            {
                strangers[at] = strangers[at].With(word);
            }
            else
            {
                strangers.Add(new Cell("", [word]));
            }
        }

        foreach (var stranger in strangers)
        {
            var under = found.FindIndex(f => f.Left < stranger.Right && f.Right > stranger.Left);
            if (under < 0)
            {
                found.Add(stranger with { Name = stranger.Text });
            }
            else if (found.FindIndex(under + 1, f => f.Left < stranger.Right && f.Right > stranger.Left) < 0)
            {
                var one = found[under];
                var whole = stranger.Top < one.Top ? $"{stranger.Text} {one.Name}" : $"{one.Name} {stranger.Text}";
                found[under] = one with { Name = whole, Words = [.. one.Words, .. stranger.Words] };
            }
        }

        return found;
    }

    /// <summary>Every place where the words of a heading follow one another to the right or on the next line below.</summary>
    private static List<Cell> Candidates(List<(PdfWord Word, string Text)> words, string heading)
    {
        var found = new List<Cell>();
        var steps = 0;
        foreach (var (word, text) in words)
        {
            if (heading.StartsWith(text, StringComparison.Ordinal) && ++steps < MostSteps && !words.Any(w => GoesOn(w.Word, word)))
            {
                Follow([word], text.Length);
            }
        }

        return found;

        void Follow(List<PdfWord> path, int read)
        {
            var last = path[^1];
            var cell = new Cell("", path);
            if (read == heading.Length && !words.Any(w => GoesOn(last, w.Word)))
            {
                found.Add(cell);
            }

            foreach (var (next, text) in words.Where(w => string.CompareOrdinal(heading, read, w.Text, 0, w.Text.Length) == 0 && (IsNext(last, w.Word) || (IsBelow(last, w.Word) && cell.IsOver(w.Word)))))
            {
                if (found.Count < MostCandidates && ++steps < MostSteps)
                {
                    Follow([.. path, next], read + text.Length);
                }
            }
        }
    }

    /// <summary>Whether a word goes on so closely on the same line that it must belong to the same heading.</summary>
    private static bool GoesOn(in PdfWord word, in PdfWord next) => word.IsBeside(next) && next.Left > word.Centre && next.Left - word.Right < 0.33 * word.Height;

    private static bool IsNext(in PdfWord word, in PdfWord next) => word.IsBeside(next) && next.Left > word.Centre && next.Left - word.Right < WidestSpace * word.Height;

    private static bool IsBelow(in PdfWord word, in PdfWord next) => next.Middle - word.Middle > 0.6 * word.Height && next.Middle - word.Middle < 2 * word.Height;

    private sealed record Cell(string Name, IReadOnlyList<PdfWord> Words)
    {
        public double Left => Words.Min(w => w.Left);

        public double Right => Words.Max(w => w.Right);

        public double Top => Words.Min(w => w.Top);

        public double Bottom => Words.Max(w => w.Bottom);

        public double Middle => (Top + Bottom) / 2;

        public string Text => string.Join(' ', Words.Select(w => w.Text));

        /// <summary>Whether the word stands below, at least in part: a centred line may be wider than all before it.</summary>
        public bool IsOver(PdfWord word) => word.Left < Right && word.Right > Left;

        public bool Touches(PdfWord word) => Words.Any(w => (w.IsBeside(word) && Math.Max(w.Left, word.Left) - Math.Min(w.Right, word.Right) < 0.5 * w.Height)
            || (Math.Abs(w.Middle - word.Middle) < 2 * w.Height && w.Left < word.Right && w.Right > word.Left));

        public Cell With(PdfWord word) => this with { Words = [.. Words, word] };

        public PdfHeading Heading() => new(Name, Left, Top, Right, Bottom);
    }
}
