using System.Text.RegularExpressions;
using IsoE.Office.Calendars;
using IsoE.Office.Dossiers;
using IsoE.Office.Organisation;
using IsoE.Office.Records.Retention.Disposal;
using IsoE.Office.Records.Retention.Transfer;
using IsoE.Office.Seals;
using IsoE.Office.Signatures;
using IsoE.Office.Storage;
using IsoE.Office.Storage.Attachments;
using IsoE.Office.Storage.Migrations;
using IsoE.Office.Tasks;
using IsoE.Web.CommandLine;
using IsoE.Web.Demo;
using IsoE.Web.Tests.CommandLine;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IsoE.Web.Tests.Demo;

/// <summary>The first run fills the database with dossiers at every stage.</summary>
public sealed class SeedTests
{
    private static readonly string Samples = Path.Combine(AppContext.BaseDirectory, "samples");

    private readonly List<string> folders = [];
    private readonly Dictionary<string, ServiceProvider> seeded = [];

    [OneTimeTearDown]
    public async Task RemoveFolders()
    {
        foreach (var office in seeded.Values) await office.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        foreach (var folder in folders) Directory.Delete(folder, recursive: true);
    }

    // A Sunday, a day in Tết, and a working day in the middle of its hours.
    [TestCase("2026-11-22T03:00:00Z")]
    [TestCase("2027-02-08T03:00:00Z")]
    [TestCase("2026-09-09T03:00:00Z")]
    public async Task On_any_day_there_are_dossiers_at_every_stage(string now)
    {
        var office = await Seeded(now);

        await using var db = await office.GetRequiredService<IDbContextFactory<OfficeDb>>().CreateDbContextAsync();
        var dossiers = await db.Set<DossierRow>().IgnoreQueryFilters().Where(d => d.AgencyId == "H29.150").ToListAsync();
        var open = await db.Set<TaskRow>().IgnoreQueryFilters().Where(t => t.AgencyId == "H29.150" && t.Status == TaskState.Open).Select(t => t.ActivityId).ToListAsync();
        Assert.Multiple(() =>
        {
            Assert.That(dossiers, Has.Count.AtLeast(40));
            Assert.That(dossiers.Select(d => d.NationalStatus).Distinct(), Is.SupersetOf(new[] { 3, 4, 5, 6, 7, 8, 9, 10 }));
            Assert.That(open, Is.SupersetOf(new[] { "receive", "appraise", "check", "sign", "issue", "return", "receive-supplement", "inspect-site", "collect-fee" }));
            Assert.That(dossiers.Select(d => d.UpdatedAt), Is.All.LessThanOrEqualTo(At(now)));
        });
    }

    [TestCase("2026-11-22T03:00:00Z")]
    [TestCase("2027-01-04T03:00:00Z")]
    public async Task Lists_of_what_is_destroyed_and_handed_over_are_done_waiting_and_due(string now)
    {
        var office = await Seeded(now);

        await using var scope = office.CreateAsyncScope();
        var services = scope.ServiceProvider;
        services.GetRequiredService<CurrentAgency>().Enter("H29.150");
        var db = services.GetRequiredService<OfficeDb>();
        var account = await db.Set<Account>().SingleAsync(row => row.UserName == "vanthu");
        var clerk = await services.GetRequiredService<ResolveActor>().Run("H29.150", account.PersonId, CancellationToken.None);
        var lists = await services.GetRequiredService<ReadDisposals>().Run(clerk, CancellationToken.None);
        var transfers = await services.GetRequiredService<ReadTransfers>().Run(clerk, CancellationToken.None);
        var due = await services.GetRequiredService<DueDossiers>().Run(clerk, VietnamTime.DateOf(At(now)), CancellationToken.None);
        var toHandOver = await services.GetRequiredService<DueTransfers>().Run(clerk, VietnamTime.DateOf(At(now)), CancellationToken.None);
        Assert.Multiple(() =>
        {
            Assert.That(lists.Select(each => (each.List.Status, each.Dossiers)), Is.EqualTo(new[] { (DisposalStatus.Proposed, 3), (DisposalStatus.Done, 3) }));
            Assert.That(transfers.Select(each => (each.Transfer.Status, each.Dossiers)), Is.EqualTo(new[] { (TransferStatus.Received, 2) }));
            Assert.That(due.Count(each => each.Obstacle is null), Is.EqualTo(2));
            Assert.That(toHandOver, Has.Count.EqualTo(2));
        });
        Assert.That((await db.Set<DisposalLineRow>().Where(line => line.EndedAt != null).ToListAsync()).Select(line => line.Refusal), Is.All.Null);
        Assert.That((await office.GetRequiredService<VerifySeals>().Run("H29.150", null, files: true, CancellationToken.None)).Finding, Is.Null);
    }

    [Test]
    public async Task Seeding_again_changes_nothing()
    {
        const string Sunday = "2026-11-22T03:00:00Z";
        var office = await Seeded(Sunday);
        var before = await Events(office);

        await SeedSampleAgency.Run(office.GetRequiredService<OfficeOptions>(), Samples, At(Sunday).AddDays(3), null, CancellationToken.None);

        Assert.That(await Events(office), Is.EqualTo(before).And.GreaterThan(1000));
    }

    [Test]
    public async Task Results_and_letters_of_the_main_agency_and_of_no_other_carry_valid_sample_signatures()
    {
        var now = At("2026-11-22T03:00:00Z");
        var folder = NewFolder();
        var trust = Path.Combine(folder, "trust");
        var options = OfficeOptions.Sqlite(folder);
        await using var office = SampleOffice.Open(options, new SimulatedClock(now));
        await office.GetRequiredService<DatabaseSchema>().Migrate(CancellationToken.None);

        await SeedSampleAgency.Run(options, Samples, now, trust, CancellationToken.None);

        await using var db = await office.GetRequiredService<IDbContextFactory<OfficeDb>>().CreateDbContextAsync();
        var signed = await db.Set<SignedDocumentRow>().IgnoreQueryFilters().ToListAsync();
        var issued = await db.Set<DossierRow>().IgnoreQueryFilters().CountAsync(row => row.AgencyId == "H29.150" && row.NationalStatus >= NationalStatus.Settled);
        var verify = new VerifySignatures(new SignatureOptions { TrustFolder = trust }, office.GetRequiredService<AttachmentStore>(), new SimulatedClock(now));
        var documents = signed.GroupBy(row => (row.InstanceId, row.Record, row.RecordId)).Select(same => same.MaxBy(row => row.Sequence)!).ToList();
        Assert.That(signed.Select(row => row.AgencyId).Distinct(), Is.EqualTo(new[] { "H29.150" }));
        Assert.That(documents.Count(row => row.RecordId is null && row.IsSeal), Is.GreaterThanOrEqualTo(issued / 2));
        Assert.That(documents.Count(row => row.RecordId is not null && row.IsSeal), Is.GreaterThanOrEqualTo(2), "letters");
        Assert.That(signed.Select(row => row.SignedAt), Is.All.LessThanOrEqualTo(now));
        foreach (var document in documents)
        {
            var found = await verify.OfStored(document.Sha256, CancellationToken.None);
            Assert.That(found!.IsSignedAndValid, Is.True, $"{document.Record}: {string.Join("; ", found.Signatures.SelectMany(signature => signature.Findings))}");
        }

        var intact = await Shell.Run("audit", "verify", "--agency", "H29.150", $"--IsoE:Data={folder}");
        Assert.That(intact.Exit, Is.EqualTo(ExitCode.Ok), intact.Out + intact.Error);
        Assert.That(intact.Out, Does.Contain($"of {documents.Count} signed documents all fit"));
        await LetAnotherHaveSigned(db, documents[0]);
        var forged = await Shell.Run("audit", "verify", "--agency", "H29.150", $"--IsoE:Data={folder}");
        Assert.That(forged.Exit, Is.EqualTo(ExitCode.Findings), forged.Out);
        Assert.That(forged.Out, Does.Contain("The history is intact").And.Contain($"dossier {documents[0].InstanceId}, document").And.Contain("the file lacks the signature of"));
    }

    /// <summary>The sample seeded at a moment, once for all tests: they only read.</summary>
    private async Task<ServiceProvider> Seeded(string now)
    {
        if (seeded.TryGetValue(now, out var known)) return known;
        var options = OfficeOptions.Sqlite(NewFolder());
        var office = SampleOffice.Open(options, new SimulatedClock(At(now)));
        await office.GetRequiredService<DatabaseSchema>().Migrate(CancellationToken.None);
        await SeedSampleAgency.Run(options, Samples, At(now), null, CancellationToken.None);
        return seeded[now] = office;
    }

    private string NewFolder()
    {
        var folder = Directory.CreateTempSubdirectory("isoe-seed-").FullName;
        folders.Add(folder);
        return folder;
    }

    /// <summary>Somebody with power over the database lets a history name another certificate, with all hashes right.</summary>
    private static async Task LetAnotherHaveSigned(OfficeDb db, SignedDocumentRow document)
    {
        await db.Database.ExecuteSqlRawAsync("DROP TRIGGER history_is_not_updated");
        var rows = await db.History.IgnoreQueryFilters().AsNoTracking()
            .Where(row => row.AgencyId == document.AgencyId && row.InstanceId == document.InstanceId).OrderBy(row => row.Sequence).ToListAsync();
        var head = HistoryChain.Origin;
        foreach (var row in rows)
        {
            var data = Regex.Replace(row.Data, "(?<=\"certificateSha256\":\")[0-9a-f]{64}", new string('0', 64));
            var linked = HistoryChain.Link(head, row.AgencyId, row.InstanceId, row.Sequence, row.Type, data, row.At, row.ActorId, row.CommandId);
            await db.Database.ExecuteSqlAsync($"""
                UPDATE history SET data = {linked.Data}, data_nonce = {linked.DataNonce}, data_digest = {linked.DataDigest}, previous_hash = {head}, hash = {linked.Hash}
                WHERE instance_id = {row.InstanceId} AND sequence = {row.Sequence}
                """);
            head = linked.Hash;
        }

        await db.Database.ExecuteSqlAsync($"UPDATE instance SET head_hash = {head} WHERE instance_id = {document.InstanceId}");
    }

    private static async Task<int> Events(ServiceProvider office)
    {
        await using var db = await office.GetRequiredService<IDbContextFactory<OfficeDb>>().CreateDbContextAsync();
        return await db.Set<HistoryRow>().IgnoreQueryFilters().CountAsync();
    }

    private static DateTimeOffset At(string instant) => DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture);
}
