using DataSharing.Domain.Content;
using DataSharing.Domain.Law;

namespace DataSharing.Web.Pages.Law;

/// <summary>One thing the book says about an entry.</summary>
public sealed record LawFact(string Term, params IReadOnlyList<LawFactLine> Lines);

/// <summary>A line of it, perhaps about another entry.</summary>
public sealed record LawFactLine(string Text, string? Code = null)
{
    public static implicit operator LawFactLine(string text) => new(text);
}

/// <summary>Everything the book says about an entry beyond name, explanation and citation, in plain words.</summary>
public static class LawEntryFacts
{
    public const string Conditions = "Conditions";

    public static IReadOnlyList<LawFact> Of(LawEntry entry, LawBook book) =>
        [
            .. new[]
            {
                new LawFact("Who may use it", entry.WhoMayUse),
                new LawFact(
                    "Open to",
                    [.. (entry is Gateway { NamesSides: true } ? [] : entry.OpenTo).Select(kind => new LawFactLine(LawUser.Of(kind).Name))]
                ),
                new LawFact("What an agreement must show", [.. entry.Evidence.Select(item => new LawFactLine(Capital(item)))]),
            }
                .Concat(OfKind(entry, book))
                .Append(new LawFact(Conditions, [.. Flags(entry).Select(flag => new LawFactLine(flag))]))
                .Where(fact => fact.Lines.Count > 0),
        ];

    private static IEnumerable<LawFact> OfKind(LawEntry entry, LawBook book) =>
        entry switch
        {
            LawfulBasis { NeedsRecognisedInterest: true } =>
            [
                new LawFact("One of these aims as well", [.. book.Of<RecognisedInterest>().Select(Link)]),
            ],
            CompatibilityRoute route => [new LawFact("Data collected with consent", route.WhenCollectedWithConsent.InWords())],
            SpecialCategoryCondition condition =>
            [
                new LawFact(
                    "One of these conditions as well",
                    [.. condition.Schedule1AnyOf.Select(book.Find).OfType<LawEntry>().Select(Link)]
                ),
            ],
            Schedule1Paragraph paragraph => OfSchedule1(paragraph),
            ConfidentialityRoute route => [new LawFact("Where it applies", route.Extent.InWords())],
            Gateway gateway => OfGateway(gateway),
            TransferMechanism mechanism => [new LawFact("What it is", mechanism.Route.InWords())],
            Exemption exemption =>
            [
                new LawFact("What it sets aside", [.. exemption.Exempts.Select(right => new LawFactLine(right.InWords()))]),
                new LawFact("Limits", Lines(exemption.Limits)),
                new LawFact("What it does not do", "It is no power to share, lifts no bar and sets no confidence aside."),
            ],
            _ => [],
        };

    private static IEnumerable<LawFact> OfSchedule1(Schedule1Paragraph paragraph)
    {
        yield return new LawFact(
            "Where in the Schedule",
            paragraph.Part switch
            {
                1 => "Part 1: employment, health and research",
                2 => "Part 2: substantial public interest",
                _ => "Part 3: more conditions for criminal offence data",
            }
        );
        yield return new LawFact(
            "Appropriate policy document",
            paragraph.PolicyDocument switch
            {
                PolicyDocumentNeed.Needed => "Needed.",
                PolicyDocumentNeed.NotNeeded => "Not needed.",
                _ => "Needed, unless the exception is claimed.",
            }
        );
        if (paragraph.PolicyDocumentException is { } exception)
        {
            yield return new LawFact("Exception from the policy document", Capital(exception));
        }

        yield return new LawFact(
            "Must it say why consent is not used?",
            paragraph.ReasonForNoConsent switch
            {
                ReasonForNoConsent.No => "No.",
                ReasonForNoConsent.Always => "Yes, always.",
                ReasonForNoConsent.WhenTriggered => "Yes, in this case:",
                _ => "As the Part 2 condition that it extends.",
            }
        );
        if (paragraph.NoConsentTrigger is { } trigger)
        {
            yield return new LawFact("When it must say why", trigger);
        }

        yield return new LawFact(
            "Reasons it accepts",
            [.. paragraph.AllowedNoConsentReasons.Select(reason => new LawFactLine(LawWording.ReasonForNoConsent(reason)))]
        );
    }

    private static IEnumerable<LawFact> OfGateway(Gateway gateway)
    {
        yield return new LawFact("What it is", [.. gateway.Types.Select(type => new LawFactLine(type.InWords()))]);
        yield return new LawFact("For what", gateway.Purpose);
        yield return new LawFact("Limits", Lines(gateway.Limits));
        if (gateway.NamesSides)
        {
            yield return new LawFact("Who may disclose", Bodies(gateway, gateway.Senders, person => person.MaySend));
            yield return new LawFact("Who may receive", Bodies(gateway, gateway.Recipients, person => person.MayReceive));
        }

        yield return new LawFact(
            "Where the book’s list is not complete",
            [.. gateway.ListIncompleteFor.Select(partial => new LawFactLine(WhereIncomplete(partial)))]
        );
        yield return new LawFact(
            "Sets confidence aside",
            gateway.SetsConfidenceAside is { } effect
                ? [effect.InWords(), .. gateway.ConfidenceCondition is { } condition ? new LawFactLine[] { condition.InWords() } : []]
                : []
        );
        yield return new LawFact("What the citation must say", gateway.NeedsReference is { } reference ? [Capital(reference)] : []);
        yield return new LawFact("Where it applies", gateway.Extent.InWords());
        yield return new LawFact(
            "Purposes it is limited to",
            gateway.AllowedPurposeCodes is { } purposes
                ? [.. purposes.Select(code => new LawFactLine(GatewayPurposes.InWords(code)))]
                : ["None: the book limits it to no list of purposes."]
        );
        yield return new LawFact("Data it leaves out", [.. gateway.ExcludedDataCategories.Select(data => new LawFactLine(data.InWords()))]);
        yield return new LawFact(
            "Statutory bars it sets aside",
            [.. gateway.LiftsBars.Select(bar => new LawFactLine(LawWording.Bar(bar)))]
        );
        if (gateway.LiftsBars.Count == 0 && gateway.SetsConfidenceAside is not null)
        {
            yield return new LawFact("Statutory bars it sets aside", "None.");
        }

        yield return new LawFact("Passing the data on", Lines(gateway.OnwardLimits));
        yield return new LawFact("Offence", Lines(gateway.Offence));
        yield return new LawFact("Code of practice", Lines(gateway.CodeOfPractice));
        if (gateway.SpecifiedPersons.Count == 0 && !gateway.NamesSides)
        {
            yield return new LawFact("Specified bodies", "The book keeps no list, so the portal does not test who the bodies are.");
        }
    }

    private static IEnumerable<string> Flags(LawEntry entry)
    {
        (bool Holds, string Words)[] flags = entry switch
        {
            LawfulBasis basis =>
            [
                (basis.ClosedToPublicTasks, "A public authority performing its tasks may not use it (UK GDPR Article 6(1))."),
                (basis.NeedsRecognisedInterest, "A condition of Annex 1 must be met as well."),
                (basis.RightToObject, "People may object to the use (UK GDPR Article 21)."),
                (
                    basis.ClosedToSolelyAutomatedDecisions,
                    "It cannot support a significant decision that is taken by a machine alone (UK GDPR Article 22B(4))."
                ),
            ],
            RecognisedInterest interest => [(interest.NeedsRequest, "Somebody must have asked for the data.")],
            CompatibilityRoute route =>
            [
                (route.OnlyWhenCollectedWithConsent, "Only for data that was collected with consent."),
                (route.ClosedToPublicTasks, "The body that discloses must not be a public authority performing its tasks."),
                (route.NeedsFactors, "The five factors of Article 8A(2) must be recorded."),
            ],
            SpecialCategoryCondition condition =>
            [
                (condition.NeedsExplicitConsent, "Consent must be explicit."),
                (
                    condition.NeedsDutyOfConfidentiality,
                    "Somebody bound by professional secrecy or another duty of confidentiality is responsible (UK GDPR Article 9(3))."
                ),
                (condition.NeedsResearchSafeguards, "The safeguards of UK GDPR Articles 84B and 84C must be in place."),
            ],
            Schedule1Paragraph paragraph =>
            [
                (
                    paragraph.SubstantialPublicInterest,
                    "The paragraph itself asks for reasons of substantial public interest: the agreement must give them."
                ),
                (paragraph.OffenceDataOnly, "For criminal offence data only: it opens nothing for special category data."),
            ],
            OffenceDataBasis basis =>
            [
                (basis.NeedsOfficialAuthority, "The organisation must itself exercise official authority."),
                (basis.NeedsSchedule1, "A condition of Schedule 1 must be met as well."),
            ],
            ConfidentialityRoute route =>
            [
                (route.IndividualCareOnly, "Only for the care of the person the information is about."),
                (
                    route.NeedsSection251Details,
                    "The regulation must be named, with the Confidentiality Advisory Group’s reference or the basis under regulation 3."
                ),
            ],
            Gateway gateway =>
            [
                (gateway.CoversOnward, "It also covers a recipient who passes the data on."),
                (gateway.RegisterRequired, "The sharing must appear in the public register of information sharing agreements."),
                (gateway.PilotApprovalRequired, "The sharing must be approved as a pilot first."),
                (gateway.SpecifiedOnly, "Only bodies that are specified may use it."),
                (gateway.GateOnce, "Its approval exists once for an agreement, not once for each body."),
                (gateway.LegalAdviceMandatory, "A lawyer looks at each use, whatever advice is on file."),
                (!gateway.IsPowerToDisclose, "Cited alone it lets nobody share: it is a duty about something else."),
            ],
            TransferMechanism mechanism =>
            [
                (
                    mechanism.NeedsRiskAssessment,
                    "The exporter must consider the data protection test met, and keep a record of it (UK GDPR Article 46)."
                ),
                (mechanism.ClosedToPublicPowers, "A public authority exercising its public powers may not use it (UK GDPR Article 49(3))."),
                (mechanism.LawEnforcement, "For law-enforcement processing (DPA 2018 Part 3) only."),
            ],
            _ => [],
        };
        return flags.Where(flag => flag.Holds).Select(flag => flag.Words);
    }

    private static LawFactLine[] Bodies(Gateway gateway, IReadOnlyList<BodyKind> kinds, Func<SpecifiedPerson, bool> isOfSide) =>
        gateway.SpecifiedPersons.Any(isOfSide)
            ? [.. kinds.Select(kind => new LawFactLine(LawUser.Of(kind).Name)), "The specified bodies below"]
        : kinds.Count > 0 ? [.. kinds.Select(kind => new LawFactLine(LawUser.Of(kind).Name))]
        : gateway.SpecifiedOnly ? ["Only bodies that are specified; the book does not have the list"]
        : ["Anyone"];

    private static string WhereIncomplete(string partial) =>
        partial == Gateway.Everything ? "Everywhere: whoever is not in it may still be specified. The citation then names the paragraph."
        : Enum.TryParse<Nation>(partial, out var nation) ? new[] { nation }.InWords()
        : GatewayPurposes.InWords(partial);

    private static LawFactLine Link(LawEntry entry) => new(entry.Name, entry.Code);

    private static LawFactLine[] Lines(string? text) => text is null ? [] : [text];

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
