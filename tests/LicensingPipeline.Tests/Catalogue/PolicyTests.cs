using LicensingPipeline.Catalogue;
using LicensingPipeline.Tests.Support;
using Shouldly;
using Xunit;

namespace LicensingPipeline.Tests.Catalogue;

/// <summary>What people decided about publishing is read strictly, and what nobody decided says so.</summary>
public sealed class PolicyTests
{
    [Fact]
    public void The_shipped_file_is_right_and_says_of_each_default_that_nobody_decided_it()
    {
        var (policy, errors) = PolicyReader.Read("policy.yaml", File.ReadAllText(Checkout.File("data", "governance", "policy.yaml")));
        errors.ShouldBeEmpty();
        policy!.Decisions.Select(d => d.Key.Key).ShouldBe(PolicyKey.All.Select(k => k.Key));
        policy.Decisions.Where(d => !d.IsDecided).ShouldAllBe(d => d.Value == d.Key.Default && d.Standing == "default chosen by the software's authors; not yet decided by the Union");
    }

    [Theory]
    [InlineData("composite", "value: shown", "composite.value", "somebody decided it")]
    [InlineData("composite", "value: perhaps", "composite.value", "'perhaps' is not one of withheld, shown.")]
    [InlineData("composite", "default: shown", "composite.default", "the software's default is withheld")]
    [InlineData("composite", "decided_by: Branch meeting", "composite.date", "this key is missing.")]
    [InlineData("composite", "votes: 12", "composite.votes", "not known here; data/README.md")]
    [InlineData("person-names-public", "value: always", "person-names-public.value", "'never' is the only answer that this version knows.")]
    [InlineData("reply-days", "value: soon", "reply-days.value", "a number of days from 1 to 365")]
    public void What_is_wrong_is_told_by_line_and_key(string key, string line, string where, string why)
    {
        var (policy, errors) = PolicyReader.Read("policy.yaml", Policies.With(key, line));
        policy.ShouldBeNull();
        var error = errors.First(e => e.Key == where);
        error.Message.ShouldContain(why);
        error.Line.ShouldBeGreaterThan(1);
    }

    [Fact]
    public void A_question_left_out_and_a_strange_one_are_told()
    {
        var (_, errors) = PolicyReader.Read("policy.yaml", Policies.Text().Replace("composite:", "composites:", StringComparison.Ordinal));
        errors.Select(e => e.Key).ShouldBe(["composite", "composites"]);
    }

    [Fact]
    public void A_decision_names_who_made_it_when_and_when_it_is_looked_at_again()
    {
        var policy = Policies.Decided("composite", "shown");
        policy.ShowsComposite.ShouldBeTrue();
        policy.Undecided.Count().ShouldBe(PolicyKey.All.Count - 1);
        policy.Decisions[0].Standing.ShouldBe("decided by an invented meeting on 2026-11-22, to be looked at again by 2027-11-22");
    }

    [Fact]
    public void Where_there_is_no_file_the_defaults_hold_and_a_wrong_file_stops_whoever_asks()
    {
        using var folder = new Folder();
        Policy.ReadFolder(folder.Path).ShouldBe(Policy.Defaults);
        folder.Write("policy.yaml", "composite: shown\n");
        Should.Throw<RefusedException>(() => Policy.ReadFolder(folder.Path)).Message.ShouldContain("policy.yaml:1: composite");
    }
}
