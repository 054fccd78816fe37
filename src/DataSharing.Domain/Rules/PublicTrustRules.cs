using System.Globalization;
using System.Text.RegularExpressions;
using DataSharing.Domain.Content;
using DataSharing.Domain.Law;
using static DataSharing.Domain.Rules.Answers;
using static DataSharing.Domain.Rules.Declare;
using static DataSharing.Domain.Rules.Reading;

namespace DataSharing.Domain.Rules;

/// <summary>What people are told and whom they can turn to.</summary>
internal static partial class PublicTrustRules
{
    private const string UnderPart3 = "EX-P3-44";
    private static readonly DateOnly ComplaintsDuty = new(2026, 6, 19);

    public static IEnumerable<Rule> All { get; } =
    [
        Error("DSA-078")
            .Law("UK GDPR Arts 13 and 14", "DPA 2018 s44")
            .IfPersonalData()
            .ForEach(a => a.Controllers.Where(party => a.LinesOf(party).Any()))
            .When((a, party) => !Notices(a, party).Any(notice => !Missing(notice.Url) || Excepts(a, party, notice)))
            .At(
                (a, party) =>
                    new Place(
                        Notices(a, party).FirstOrDefault() is { } notice ? $"/privacyNotices/{notice.Id}/url" : "/privacyNotices",
                        ("org", NameOf(party))
                    )
                    {
                        About = party.Id,
                    }
            )
            .Says(
                "People must be told. Link the privacy notice of {org}, or cite the exemption as the law names it, "
                    + "for example EX-ART14-5E, Art 14(5)(e) or DPA 2018 Sch 2 para 5."
            ),
        // An exemption that DSA-078 would not count excuses nothing here either.
        Warning("DSA-079")
            .Policy()
            .IfPersonalData()
            .ForEach(Unexempted)
            .When(notice => notice.NamesThisSharing is not true)
            .At((_, notice) => $"/privacyNotices/{notice.Id}")
            .Says("Update the privacy notice so that it describes this sharing."),
        // What nobody has ever looked through is older than any limit.
        Warning("DSA-079")
            .Policy()
            .IfPersonalData()
            .ForEach(Unexempted)
            .When((a, notice) => a.LastReviewed(notice) is not { } reviewed || reviewed < a.Today.AddMonths(-a.Policy.PrivacyNoticeMonths))
            .At(
                (a, notice) =>
                    new Place(
                        $"/privacyNotices/{notice.Id}",
                        ("org", NameOf(a.Party(notice.Party))),
                        ("limit", Quantity.InWords(a.Policy.PrivacyNoticeMonths, "months"))
                    )
                    {
                        About = a.LastReviewed(notice) is { } reviewed ? $"reviewed {reviewed:yyyy-MM-dd}" : "never reviewed",
                    }
            )
            .Says("No review of the privacy notice of {org} is recorded within {limit}. Read it again, and record when."),
        Warning("DSA-135")
            .Code("DPA 2018 Sch 2 para 2")
            .FromBook(2)
            .IfPersonalData()
            .ForEach(a =>
                a.Content.PrivacyNotices.Where(notice =>
                    (IsForCrime(notice) && !PursuesCrime(a, notice)) || (IsCaseByCase(notice) && SharesInBulkOnly(a, notice))
                )
            )
            .At((_, notice) => $"/privacyNotices/{notice.Id}/exemption")
            .Says("This exemption is for the case in which telling would do harm. Say why that is so for everybody here."),
        Error("DSA-080")
            .Policy()
            .When(a => Missing(a.Content.LaySummary))
            .At("/laySummary")
            .Says("Write a plain-English summary for the public register."),
        Warning("DSA-080")
            .Policy()
            .When(a =>
                a.Content.LaySummary is { } text
                && (ReadingAge.Of(text) > a.Policy.LaySummaryReadingAge || ReadingAge.Words(text) > a.Policy.LaySummaryWords)
            )
            .At(
                (a, _) =>
                    new Place(
                        "/laySummary",
                        (
                            "found",
                            $"{Quantity.InWords(ReadingAge.Words(a.Content.LaySummary!), "words")} for readers of "
                                + $"{Math.Ceiling(ReadingAge.Of(a.Content.LaySummary!)).ToString(CultureInfo.InvariantCulture)}"
                        ),
                        ("limit", $"{Quantity.InWords(a.Policy.LaySummaryWords, "words")} for readers of {a.Policy.LaySummaryReadingAge}")
                    )
            )
            .Says("The summary for the public register is too long or too hard: {found}. Write at most {limit}."),
        // Who approves a withholding is decided during approval, and so is not asked for at submission.
        Error("DSA-081")
            .Policy()
            .When(a =>
                a.Content.Register?.Decision is null
                || (
                    a.Content.Register is { Decision: RegisterDecision.Withhold } register
                    && (
                        Missing(register.Reason)
                        || (a.Circumstances.Moment >= Moment.Signature && Missing(a.Circumstances.WithholdingApprovedBy))
                    )
                )
            )
            .At(
                (a, _) =>
                    a.Content.Register is { Decision: not null } register && Missing(register.Reason)
                        ? "/register/reason"
                        : "/register/decision"
            )
            .Says("Decide whether this agreement is published; withholding needs a reason and a named approver."),
        Error("DSA-082")
            .Code("UK GDPR Ch 3", "ICO data sharing code: rights of individuals")
            .IfPersonalData()
            .ForEach(a => Rights(a.Content.Rights))
            .When(right =>
                right.Lead
                    is not { By: RightHandler.Source }
                        and not { By: RightHandler.Party, Party: not null }
                        and not { By: RightHandler.NotApplicable, Reason: not null }
            )
            .At((_, right) => $"/rights/{right.Name}")
            .Says(WhoAnswers),
        Error("DSA-082")
            .Code("UK GDPR Art 12", "ICO data sharing code: rights of individuals")
            .IfPersonalData()
            .When(a => Missing(a.Content.Rights?.SingleContact))
            .At("/rights/singleContact")
            .Says(WhoAnswers),
        Error("DSA-144")
            .Law("DPA 2018 Schs 2 to 4")
            .IfPersonalData()
            .ForEach(a => Rights(a.Content.Rights))
            .When(
                (a, right) =>
                    right.Lead?.Exemption is { } code
                    && a.LawBook.Exemption(code) is { } known
                    && !known.Exempts.Contains(KindOf(right.Name))
            )
            .At(
                (a, right) =>
                    new Place(
                        $"/rights/{right.Name}/exemption",
                        ("exemption", a.LawBook.Exemption(Exemption.CodeOf(right.Lead?.Exemption))!.Name)
                    )
            )
            .Says("“{exemption}” does not set this right aside. Name a provision that does, or say who answers."),
        Error("DSA-144")
            .Law("DPA 2018 Schs 2 to 4")
            .IfPersonalData()
            .ForEach(a => Rights(a.Content.Rights))
            .When(right => right.Lead is { Exemption: not null, By: RightHandler.NotApplicable } lead && Missing(lead.Reason))
            .At((_, right) => $"/rights/{right.Name}/reason")
            .Says("An exemption holds only so far as it is needed. Say why it is needed here."),
        Warning("DSA-144")
            .Law("DPA 2018 Schs 2 to 4")
            .IfPersonalData()
            .ForEach(a => Rights(a.Content.Rights))
            .When(right => right.Lead is { Exemption: not null, By: RightHandler.Party or RightHandler.Source })
            .At((_, right) => $"/rights/{right.Name}/exemption")
            .Says("Two answers do not fit: requests are answered, and an exemption sets the right aside. Change one."),
        Error("DSA-083")
            .Law("DPA 2018 s164A")
            .IfPersonalData()
            .ForEach(a => a.Controllers.Where(_ => a.Today >= ComplaintsDuty))
            .When(party => Missing(party.ComplaintsRoute))
            .At((_, party) => At(party, "complaintsRoute"))
            .Says("Controllers must offer a data-protection complaints route (DPA s164A): say where {org} takes complaints."),
        // An engagement that says neither who nor what came of it is none.
        Warning("DSA-084")
            .Code("ICO data sharing code", "National Data Guardian guidance")
            .IfPersonalData()
            .When(a =>
                a.Content.Datasets.Any(a.Large)
                && a.Content.Purposes.Any(Secondary)
                && a.Content.Engagement.All(engagement => Missing(engagement.Who) && Missing(engagement.WhatChanged))
            )
            .At("/engagement")
            .Says("Describe how the public or patients were involved."),
    ];

    private const string WhoAnswers = "Say who answers each kind of request, with one contact point for the public.";

    private static IEnumerable<PrivacyNotice> Unexempted(Reading a) =>
        a.Content.PrivacyNotices.Where(notice => a.Party(notice.Party) is not { } party || !Excepts(a, party, notice));

    private static IEnumerable<PrivacyNotice> Notices(Reading a, Party party) =>
        a.Content.PrivacyNotices.Where(notice => notice.Party == party.Id);

    private static (string Name, RightLead? Lead)[] Rights(Rights? rights) =>
        [
            ("access", rights?.Access),
            ("rectification", rights?.Rectification),
            ("erasure", rights?.Erasure),
            ("restriction", rights?.Restriction),
            ("objection", rights?.Objection),
            ("portability", rights?.Portability),
            ("adm", rights?.Adm),
        ];

    private static ExemptedRight KindOf(string right) => right == "access" ? ExemptedRight.Access : ExemptedRight.Other;

    /// <summary>
    /// The exemption is one that the law knows, however it is written. Section 44(4) is for law enforcement: it excuses a controller all of
    /// whose lines are under Part 3.
    /// </summary>
    private static bool Excepts(Reading a, Party party, PrivacyNotice notice) =>
        Cited(notice) is { } code
        && (
            a.LawBook.Exemption(code) is { } known
                ? known.Exempts.Contains(ExemptedRight.Information) && (code != UnderPart3 || !a.LinesOf(party).Any(UkGdpr))
                : KnownExemption().IsMatch(code) || (Section44().IsMatch(code) && !a.LinesOf(party).Any(UkGdpr))
        );

    /// <summary>Some privacy notice of the controller names an exemption that counts.</summary>
    internal static bool IsExcused(Reading a, Party party) => Notices(a, party).Any(notice => Excepts(a, party, notice));

    private static string? Cited(PrivacyNotice notice) =>
        Exemption.CodeOf(notice.Exemption) ?? notice.Exemption?.Replace(" ", "", StringComparison.Ordinal);

    /// <summary>For crime and tax, or for a system that rates that risk (Sch 2 paras 2 and 3).</summary>
    private static bool IsForCrime(PrivacyNotice notice) =>
        Cited(notice) is { } code && (code is "EX-S2-2" or "EX-S2-3" || CrimeExemption().IsMatch(code));

    /// <summary>Of Schedules 2 to 4: each holds only so far as telling would do harm in the case at hand.</summary>
    private static bool IsCaseByCase(PrivacyNotice notice) =>
        Cited(notice) is { } code && (CaseByCaseCode().IsMatch(code) || CaseByCaseText().IsMatch(code));

    private static bool PursuesCrime(Reading a, PrivacyNotice notice) =>
        a
            .Content.LegalLines.Where(line => line.Party == notice.Party)
            .Select(line => a.Purpose(line.Purpose))
            .Any(purpose =>
                LE(purpose)
                || purpose?.Code is PurposeCode.FraudPrevention or PurposeCode.CrimePreventionDetection or PurposeCode.DebtRecovery
            );

    private static bool SharesInBulkOnly(Reading a, PrivacyNotice notice) =>
        a.PersonalFlows.Where(x => x.Flow.From == notice.Party || x.Flow.To == notice.Party).ToArray() is { Length: > 0 } flows
        && flows.All(x => Bulk(x.Flow));

    [GeneratedRegex(
        @"\A(DPA(2018)?,?)?Sch(edule|\.)?2,?((Part|Pt)\.?1,?)?(para(graph)?s?\.?)?[23](?!\d)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex CrimeExemption();

    [GeneratedRegex(@"\AEX-S[234](-|\z)", RegexOptions.CultureInvariant)]
    private static partial Regex CaseByCaseCode();

    [GeneratedRegex(@"\A(DPA(2018)?,?)?Sch(edule|\.)?[234](?!\d)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex CaseByCaseText();

    [GeneratedRegex(
        @"\A(((UK)?GDPR,?)?(Art(icle|\.)?)?(13\([45]\)|14\(5\)\([acdef]\))|(DPA(2018)?,?)?Sch(edule|\.)?[234](?!\d))",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex KnownExemption();

    [GeneratedRegex(@"\A(DPA(2018)?,?)?s(ection|\.)?44\(4\)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Section44();
}
