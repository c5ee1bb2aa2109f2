using IsoE.Documents.Forms;
using IsoE.Office.Calendars;
using IsoE.Office.Dossiers;
using IsoE.Office.Instances;
using IsoE.Office.Organisation;
using IsoE.Office.Procedures;
using IsoE.Office.Tasks;
using Wording = IsoE.Documents.Forms.Wording;

namespace IsoE.Office.Records.Printing;

/// <summary>A dossier as it stood at one place of its history, with everything that documents print about it.</summary>
/// <param name="History">The events up to that place.</param>
/// <param name="Tasks">Steps for people that had begun by then, in the order in which they began.</param>
/// <param name="People">People of the agency by id.</param>
public sealed record DossierMoment(
    DossierRow Dossier,
    ProcedureVersion Version,
    Agency Agency,
    Agency? Upper,
    IReadOnlyDictionary<string, Person> People,
    IReadOnlyDictionary<string, Position> Positions,
    IReadOnlyDictionary<string, Unit> Units,
    IReadOnlyList<TaskRow> Tasks,
    IReadOnlyList<RecordedEvent> History)
{
    public Procedure Procedure => Version.Procedure;

    /// <summary>Who signs the document that is made; null: who issued it.</summary>
    public string? SignerId { get; init; }

    /// <summary>The counter that receives and returns: the agency's service centre.</summary>
    public string Counter => Units.GetValueOrDefault(OneStopUnit)?.Name.Vi ?? Agency.NameVi;

    private const string OneStopUnit = "one-stop";

    /// <summary>The top of a document of this agency.</summary>
    /// <param name="number">Number and symbol, or empty.</param>
    public Letterhead Head(string number, DateTimeOffset at) => new(
        Upper?.NameVi ?? "",
        Agency.NameVi,
        number,
        Wording.PlaceAndDate(Agency.Place ?? Agency.NameVi, VietnamTime.DateOf(at)));

    /// <summary>The same, issued by the counter of the agency.</summary>
    public Letterhead CounterHead(string number, DateTimeOffset at) =>
        Head(number, at) with { UpperAgency = Agency.NameVi, Agency = Counter };

    public ApplicantLines Applicant => new(
        Dossier.ApplicantName, Dossier.Address ?? "", Dossier.Phone ?? "", Dossier.Email ?? "");

    /// <summary>The name of a person of the agency; the system and people of elsewhere show as what is known of them.</summary>
    public string NameOf(string personId) =>
        People.TryGetValue(personId, out var person) ? person.FullName
        : personId == Actor.ApplicantId ? Dossier.ApplicantName
        : personId == StepRequest.System ? "Hệ thống"
        : personId;

    public string UnitOf(string personId) =>
        People.TryGetValue(personId, out var person) && person.UnitCode is { } code && Units.TryGetValue(code, out var unit)
            ? unit.Name.Vi
            : "";

    /// <summary>The signature block of a person: the position in capitals over the name.</summary>
    public Signer Sign(string personId, string note = "")
    {
        var position = People.TryGetValue(personId, out var person) && person.PositionCode is { } code
            ? Positions.GetValueOrDefault(code)
            : null;
        return new Signer([(position?.Name.Vi ?? "Người lập").ToUpperInvariant()], note, NameOf(personId));
    }

    /// <summary>The signature block of an issued record: of whoever signs it, else of who issued it.</summary>
    /// <remarks>What the system or the applicant set off has only the title of the role: whoever holds it signs by hand.</remarks>
    public Signer Sign(RecordRow record, string note = "") =>
        SignerId is null && record.SignedBy is { } role && !People.ContainsKey(record.IssuedBy) && Roles.All.TryGetValue(role, out var title)
            ? new Signer([title.Vi.ToUpperInvariant()], note, "")
            : Sign(SignerId ?? record.IssuedBy, note);

    /// <summary>Clock and date at the agency, in the words of documents.</summary>
    public static string TimeAndDate(DateTimeOffset at) => Wording.TimeAndDate(VietnamTime.ToLocal(at));

    public static string ShortTime(DateTimeOffset at) => Wording.ShortTime(VietnamTime.ToLocal(at));

    public static string LongDate(DateTimeOffset at) => Wording.LongDate(VietnamTime.DateOf(at));
}
