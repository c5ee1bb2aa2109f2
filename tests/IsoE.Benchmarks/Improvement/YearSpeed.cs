using System.Diagnostics;
using System.Globalization;
using IsoE.Benchmarks.Bed;
using IsoE.Office.Dossiers;
using IsoE.Office.Organisation;
using IsoE.Office.Procedures;
using IsoE.Office.Reports;
using IsoE.Office.Storage;
using IsoE.Office.Storage.Steps;
using IsoE.Office.Tasks;
using Microsoft.Extensions.DependencyInjection;

namespace IsoE.Benchmarks.Improvement;

/// <summary>The figures of a year of 200,000 dossiers with five tasks each, on SQLite.</summary>
internal static class YearSpeed
{
    private const string Procedure = "1.001612";

    private static readonly (string Step, string Role)[] Steps =
        [("receive", Roles.ReceptionOfficer), ("appraise", Roles.Specialist), ("sign", Roles.DivisionHead), ("issue", Roles.Clerk), ("return", Roles.ReturnOfficer)];

    public static async Task Run(bool quick)
    {
        var count = quick ? 20_000 : 200_000;
        using var folder = new TemporaryFolder();
        var options = OfficeOptions.Sqlite(folder.FullName);
        var library = ProcedureLibrary.Load(AppContext.BaseDirectory);
        await using var office = await BenchOffice.Open(options, services => services.AddProcedures(() => library));
        Seed(options, office.Get<RowMaps>(), count);
        var leader = new Actor(DossierLife.Agency, "p1", "Huỳnh Văn Phúc", [new Grant(Roles.AgencyLeader)]);
        await using var scope = office.Enter(DossierLife.Agency);
        var read = scope.ServiceProvider.GetRequiredService<ReadCompliance>();
        using var memory = new PeakMemory();
        var watch = Stopwatch.StartNew();
        var figures = await read.Run(leader, Period.ReportingYear(2026), null, null, CancellationToken.None);
        var table = new Table(FormattableString.Invariant($"Figures of a year of {count:N0} dossiers, {count * Steps.Length:N0} tasks"), "what", "value");
        table.Add("seconds", watch.Elapsed.TotalSeconds);
        table.Add("peak memory, MB", memory.Megabytes);
        table.Add("received", figures.Total.Received);
        table.Add("settled late", figures.Total.Overdue);
        table.Print();
        if (figures.Total.Received != count) throw new InvalidOperationException($"Expected {count} dossiers, got {figures.Total.Received}.");
    }

    private static void Seed(OfficeOptions options, RowMaps maps, int count)
    {
        using var connection = new SqliteStepConnection(options.ConnectionString, maps);
        var first = new DateTimeOffset(2025, 12, 15, 1, 0, 0, TimeSpan.Zero);
        connection.Execute("BEGIN");
        foreach (var part in Enumerable.Range(0, count).Chunk(1_000))
            connection.Write([.. part.SelectMany(i => Life(i, first.AddMinutes(i * (480_000.0 / count)))).Select(row => new RowWrite(RowOperation.Insert, row))]);
        connection.Execute("COMMIT");
        connection.Execute("ANALYZE");
    }

    private static IEnumerable<IInstanceRow> Life(int i, DateTimeOffset exact)
    {
        var received = Instant.ToStored(exact);
        var id = RowId.New(received);
        var finished = received.AddDays(i % 11 == 0 ? 9 : 2);
        yield return new DossierRow
        {
            AgencyId = DossierLife.Agency,
            InstanceId = id,
            Code = string.Create(CultureInfo.InvariantCulture, $"H29.150-{received:yyMMdd}-{i:000000}"),
            ProcedureCode = Procedure,
            ProcedureVersion = 1,
            CaseId = "default",
            Channel = i % 3 == 0 ? Channel.Online : Channel.Direct,
            ApplicantKind = ApplicantKind.Citizen,
            ApplicantName = "Nguyễn Văn Đào",
            ReturnWay = ReturnWay.Counter,
            SearchText = "nguyen van dao",
            Form = "{}",
            Components = "[]",
            Sets = 1,
            Business = BusinessState.Settled,
            Money = MoneyState.None,
            Delivery = DeliveryState.Returned,
            Sync = SyncState.Local,
            NationalStatus = NationalStatus.Returned,
            Prolongations = 0,
            ClockStart = ClockStart.Received,
            ReceivedAt = received,
            AcceptedAt = received,
            PromisedAt = received.AddDays(5),
            OriginalPromisedAt = received.AddDays(5),
            FinishedAt = finished,
            Pauses = "[]",
            IsPaused = false,
            SupplementCount = 0,
            SupplementOverrides = 0,
            AmountDue = 0,
            StatutoryDue = 0,
            AmountPaid = 0,
            TrackingSecret = id,
            IsConfidential = false,
            AwaitsCheck = false,
            UpdatedAt = finished,
        };
        for (var step = 0; step < Steps.Length; step++)
            yield return new TaskRow
            {
                AgencyId = DossierLife.Agency,
                Id = TaskRow.IdOf(id, step + 9),
                InstanceId = id,
                BookmarkId = $"b{step}",
                ActivityId = Steps[step].Step,
                ActivityInstanceId = $"{Steps[step].Step}#1",
                DefinitionId = Procedure,
                DossierCode = "",
                TitleVi = Steps[step].Step,
                TitleEn = Steps[step].Step,
                Role = Steps[step].Role,
                DeclaredRole = Steps[step].Role,
                SeparateFrom = "",
                Clock = "counts",
                DueAt = received.AddDays(1 + step),
                Status = TaskState.Done,
                Version = 2,
                CreatedAt = received.AddHours(5 * step),
                DoneAt = received.AddHours((5 * step) + 4),
                DoneBy = $"p{i % 20}",
                DoneByName = "Đặng Quốc Bảo",
            };
    }
}
