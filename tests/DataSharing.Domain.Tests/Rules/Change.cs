using System.Globalization;
using System.Text.Json.Nodes;
using DataSharing.Domain.Agreements.Approval;
using DataSharing.Domain.Content;
using DataSharing.Domain.Organisations;
using DataSharing.Domain.Rules;

namespace DataSharing.Domain.Tests.Rules;

/// <summary>
/// One change of a sample: of its content, as <see cref="Sample.With(IEnumerable{string})"/> reads it, or of what is known beside it, as the
/// verbs here say it. Changes are made in their order.
/// </summary>
public sealed class Change
{
    private readonly string _words;

    private Change(string words, Action<Sample> make) => (_words, Make) = (words, make);

    internal Action<Sample> Make { get; }

    public static implicit operator Change(string change) => new(change, sample => sample.With(change));

    public static Change Today(string day) => Of($"today is {day}", c => c with { Today = Day(day) });

    public static Change When(Moment moment) => Of($"{moment}", c => c with { Moment = moment });

    public static Change Edits(string person) => Of($"{person} edits", c => c with { Editors = c.Editors.Add(person) });

    public static Change Approves(string party, string person, Role role = Role.InformationAssetOwner, bool mandatory = true) =>
        Does(party, person, role, StageMode.Approve, mandatory);

    public static Change Advises(string party, string person, bool mandatory = true) =>
        Does(party, person, Role.DataProtectionOfficer, StageMode.Advice, mandatory);

    /// <param name="onThisContent">The signature stands over the content as it is now.</param>
    public static Change Signs(string party, string person, bool onThisContent = true, Role role = Role.AuthorisedSignatory) =>
        Does(party, person, role, StageMode.Sign, onThisContent: onThisContent);

    /// <summary>The party's organisation has recorded evidence for all its agreements.</summary>
    /// <param name="until">The last day on which it counts; of a privacy notice the day of its review.</param>
    public static Change Records(
        string party,
        OrganisationEvidenceKind kind,
        string reference,
        string until,
        AssuranceType? assurance = null,
        AssuranceLevel? level = null,
        string? earlier = null
    ) =>
        new(
            $"{party} records {reference} until {until}",
            sample =>
            {
                var evidence = OrganisationEvidence.Of(
                    kind,
                    assurance,
                    new EvidenceTerm(reference, Day(until), level),
                    earlierReferences: earlier is null ? null : [earlier]
                );
                var organisation = (string)ContentPointer.Resolve(sample.Content, $"/parties/{party}/orgId")!;
                var records = sample.Circumstances.Records;
                var theirs = records.Evidence.GetValueOrDefault(organisation) ?? [];
                sample.Circumstances = sample.Circumstances with
                {
                    Records = records with
                    {
                        Evidence = new Dictionary<string, IReadOnlyList<OrganisationEvidence>>(records.Evidence)
                        {
                            [organisation] = [.. theirs, evidence],
                        },
                    },
                };
            }
        );

    /// <summary>The party's organisation is registered, and says of itself what the sample says of it, but for its sector.</summary>
    public static Change Registered(string party, Sector sector) =>
        new(
            $"{party} is registered as {sector}",
            sample =>
            {
                var said = AgreementJson.Read(sample.Content).Parties.Single(p => p.Id == party);
                sample.Circumstances = sample.Circumstances with
                {
                    Records = sample.Circumstances.Records with
                    {
                        Organisations = new Dictionary<string, OrganisationFacts>
                        {
                            [said.OrgId!] = new(
                                sector,
                                said.Jurisdiction!.Value,
                                said.IsPublicAuthority is true,
                                said.PublicBody is true,
                                said.IsCompetentAuthority is true,
                                said.ExercisesOfficialAuthority is true
                            ),
                        },
                    },
                };
            }
        );

    /// <summary>Somebody asks to be covered by the agreement.</summary>
    public static Change Asks(string nameOrClass, PurposeCode purpose) =>
        Of($"{nameOrClass} asks for {purpose}", c => c with { Request = new AccessRequest(null, nameOrClass, purpose) });

    /// <param name="path">What it supports; null for the whole agreement.</param>
    public static Change Attach(string title, string? path, string until, bool yearly = false) =>
        Of(
            $"{title} is attached until {until}",
            c =>
                c with
                {
                    Records = c.Records with { Attached = c.Records.Attached.Add(new AttachedEvidence(title, path, Day(until), yearly)) },
                }
        );

    /// <summary>The file of a piece of evidence was erased after something was submitted with it.</summary>
    public static Change Erased(string title, string? path) =>
        Of(
            $"{title} is erased",
            c => c with { Records = c.Records with { Erased = c.Records.Erased.Add(new ErasedEvidence(title, path)) } }
        );

    /// <summary>A confidentiality declaration is attached.</summary>
    public static Change HasDeclaration() =>
        Of("a declaration is attached", c => c with { Records = c.Records with { HasConfidentialityDeclaration = true } });

    /// <summary>The law book says these members of a provision otherwise.</summary>
    /// <param name="members">As JSON; null takes one away.</param>
    public static Change Book(string code, string members) =>
        new(
            $"{code} is {members}",
            sample =>
                sample.WithEntry(
                    code,
                    entry =>
                    {
                        foreach (var (name, value) in JsonNode.Parse(members)!.AsObject())
                        {
                            if (value is null)
                            {
                                entry.Remove(name);
                            }
                            else
                            {
                                entry[name] = value.DeepClone();
                            }
                        }
                    }
                )
        );

    /// <summary>Another agreement in force has what this one has in a flow at this moment.</summary>
    public static Change Another(string reference, string flow) =>
        new(
            $"{reference} has {flow}",
            sample =>
            {
                var same = Shares
                    .Of(AgreementJson.Read(sample.Content))
                    .Where(share => share.Flow.Id == flow)
                    .Select(share => new SimilarAgreement(share.Share, reference));
                sample.Circumstances = sample.Circumstances with
                {
                    Records = sample.Circumstances.Records with { Similar = same.ToValueList() },
                };
            }
        );

    public override string ToString() => _words;

    private static Change Of(string words, Func<Circumstances, Circumstances> change) =>
        new(words, sample => sample.Circumstances = change(sample.Circumstances));

    private static Change Does(string party, string person, Role role, StageMode mode, bool mandatory = true, bool onThisContent = true) =>
        Of(
            $"{person} does {mode} as {role} of {party}",
            c =>
                c with
                {
                    Duties = c.Duties.Add(
                        new DutyDone(
                            party,
                            person,
                            role,
                            mode is StageMode.Approve or StageMode.Sign,
                            mode is StageMode.Sign,
                            mandatory,
                            onThisContent
                        )
                    ),
                }
        );

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
