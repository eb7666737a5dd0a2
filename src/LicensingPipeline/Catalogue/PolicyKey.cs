using System.Globalization;

namespace LicensingPipeline.Catalogue;

/// <summary>A question about what is published, which people decide and the software obeys.</summary>
/// <param name="Key">Its name in policy.yaml.</param>
/// <param name="Default">What holds until somebody decides.</param>
/// <param name="Question">The question, for those who decide.</param>
/// <param name="ReadBy">What changes with the answer; says so where nothing reads it yet.</param>
/// <param name="Choices">The answers there are; none where a text or a number is wanted.</param>
public sealed record PolicyKey(string Key, string Default, string Question, string ReadBy, params IReadOnlyList<string> Choices)
{
    private const int MostDays = 365;

    public const string Composite = "composite";
    public const string PersonNames = "person-names-public";
    public const string LeaveOut = "residents-leave-out";
    public const string ReplyDays = "reply-days";
    public const string SignedBy = "letters-signed-by";
    public const string Corrections = "corrections-contact";
    public const string IssuePlaces = "public-issue-places";
    public const string Expired = "expired-licences-public";

    /// <summary>The answer that stands for whoever operator.yaml names.</summary>
    public const string TheOperator = "operator";

    /// <summary>All of them, in the order in which they are printed.</summary>
    public static IReadOnlyList<PolicyKey> All { get; } =
    [
        new(Composite, "withheld", "Is one overall figure of a scorecard shown, beside its six parts?", "licensing publish --edition", "withheld", "shown"),
        new(PersonNames, "never", "Does the name of a person ever stand in a public file?", "every public file; 'never' is the only answer that this version knows", "never"),
        new(LeaveOut, "honoured", "Is the home of a resident who asks left out of public files?", "public.db, public exports and the site; 'honoured' is the only answer that this version knows", "honoured"),
        new(ReplyDays, "28", "How many days has a council to answer a draft before it is published?", "licensing letter"),
        new(SignedBy, TheOperator, "Who signs letters to councils? 'operator' is whoever operator.yaml names.", "licensing letter"),
        new(Corrections, TheOperator, "To whom are corrections sent? 'operator' is the contact in operator.yaml.", "licensing letter"),
        new(IssuePlaces, "hidden", "Do the public list of issues and the pages of facts say in which row of the council's file each stands? The evidence behind a scorecard's figures does.", "licensing issues --public, and the pages of facts", "hidden", "rows"),
        new(Expired, "shown", "Do licences stand in public files that were past their end date on the day of the copy, or that have left the register?", "public.db, public exports and what is counted from them", "shown", "hidden"),
    ];

    /// <summary>The key with a name. One that is not in the table is a bug.</summary>
    public static PolicyKey Find(string key) => All.Single(k => k.Key == key);

    /// <summary>What is wrong with an answer, or null.</summary>
    public string? Fault(string answer) =>
        Key == ReplyDays ? int.TryParse(answer, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days is > 0 and <= MostDays ? null : "a number of days from 1 to 365 is wanted here."
        : Choices.Count == 0 || Choices.Contains(answer, StringComparer.Ordinal) ? null
        : Choices.Count == 1 ? $"'{Choices[0]}' is the only answer that this version knows."
        : $"'{answer}' is not one of {string.Join(", ", Choices)}.";
}
