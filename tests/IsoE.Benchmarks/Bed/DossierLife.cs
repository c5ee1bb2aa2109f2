using System.Globalization;
using System.Text.Json;
using IsoE.Office.Dossiers;
using IsoE.Office.Instances;
using IsoE.Office.Organisation;
using IsoE.Office.Procedures;
using IsoE.Office.Storage;
using IsoE.Office.Tasks;
using IsoE.Workflows.Execution;
using Microsoft.Extensions.DependencyInjection;

namespace IsoE.Benchmarks.Bed;

/// <summary>A household business from reception to return: the commands that its people's pages call.</summary>
internal static class DossierLife
{
    public const string Agency = "H29.150";

    /// <summary>What is done after reception, in order; each is one durable step.</summary>
    public static readonly IReadOnlyList<Deed> Deeds =
    [
        new("appraise", Roles.Specialist, "Eligible", new { nameUnique = true, businessCode = "0312345678", conditionalLines = false }),
        new("sign", Roles.DivisionHead, "Signed", new { }),
        new("issue", Roles.Clerk, "Issued", new { number = "05/HKD", issuedOn = "02/11/2026" }),
        new("return", Roles.ReturnOfficer, "Returned", new { receivedBy = "Nguyễn Văn Đào", way = "counter" }),
    ];

    /// <summary>Hands the dossier in; a second call with the same id changes nothing.</summary>
    /// <returns>Id of the task that then waits.</returns>
    public static async Task<string> Receive(BenchOffice office, string dossierId)
    {
        await using var scope = office.Enter(Agency);
        await scope.ServiceProvider.GetRequiredService<ReceiveDossier>()
            .Run(ActorOf(Roles.ReceptionOfficer), Reception(dossierId), CancellationToken.None);
        var events = await office.Get<InstanceHistory>().Read(Agency, dossierId, CancellationToken.None);
        return TaskIn(dossierId, events.TakeLast(LongestReception)) ?? throw new InvalidOperationException($"No task waits in {dossierId}.");
    }

    /// <summary>Carries out one deed.</summary>
    /// <returns>Id of the task that then waits; null when the dossier has come to its end.</returns>
    public static async Task<string?> Complete(BenchOffice office, string dossierId, int deed, string taskId)
    {
        var (_, role, outcome, values) = Deeds[deed];
        await using var scope = office.Enter(Agency);
        var done = await scope.ServiceProvider.GetRequiredService<CompleteTask>().Run(
            ActorOf(role), new TaskCompletion(taskId, 1, outcome, values, CommandOf(dossierId, deed)), CancellationToken.None);
        return TaskIn(dossierId, done.Events);
    }

    /// <summary>The command id of a deed: the same however often it is sent.</summary>
    public static string CommandOf(string dossierId, int deed) => $"{dossierId}/{deed}";

    /// <summary>A reception writes fewer events than this.</summary>
    private const int LongestReception = 60;

    private static string? TaskIn(string dossierId, IEnumerable<RecordedEvent> events) => events
        .Where(e => e.Fact is ActivitySuspended { Bookmark.Wait: UserTask })
        .Select(e => TaskRow.IdOf(dossierId, e.Sequence))
        .LastOrDefault();

    private static Actor ActorOf(string role) => new(Agency, role, "Nguyễn Thị Mai", [new Grant(role)]);

    private static Reception Reception(string dossierId) => new(
        dossierId,
        "1.001612",
        "standard",
        Channel.Direct,
        new Applicant(ApplicantKind.Citizen, "Nguyễn Văn Đào", IdentityOf(dossierId), "0912345678", null, "12 Lê Lợi, phường An Hòa Đông"),
        ReturnWay.Counter,
        Form,
        [new ComponentCheck("request", 1, 0, ComponentStates.Enough)],
        1,
        null,
        [],
        ForwardAtOnce: true,
        Receiving,
        DuplicateReason: "Một trong rất nhiều hồ sơ đo tải");

    /// <summary>People differ, as they do: at reception the open dossiers of the same person are looked for.</summary>
    private static string IdentityOf(string dossierId) =>
        string.Create(CultureInfo.InvariantCulture, $"079085{Convert.ToUInt32(RowId.Of(dossierId)[..8], 16) % 1_000_000:000000}");

    private static JsonElement Receiving { get; } = JsonSerializer.SerializeToElement(new { pages = 8, originalsChecked = true });

    private static JsonElement Form { get; } = JsonSerializer.SerializeToElement(new
    {
        businessName = "Hộ kinh doanh Đào Tiên",
        ownerIdentity = "079085001234",
        businessAddress = "12 Lê Lợi",
        placeKind = "owned",
        businessLines = "4711 - Bán lẻ lương thực",
        capital = 50_000_000,
        workers = 2,
        startOn = "01/12/2026",
        isHousehold = false,
        filedByAgent = false,
        dataAvailable = true,
    });
}

/// <summary>The completion of one task.</summary>
internal sealed record Deed(string ActivityId, string Role, string Outcome, JsonElement Values)
{
    public Deed(string activityId, string role, string outcome, object values)
        : this(activityId, role, outcome, JsonSerializer.SerializeToElement(values))
    {
    }
}
