using IsoE.Office.Instances;
using IsoE.Office.Storage;
using IsoE.Office.Storage.Attachments;
using IsoE.Office.Storage.Backup;
using IsoE.Office.Storage.Migrations;
using IsoE.Office.Tests.Instances;
using IsoE.Office.Tests.TestBed;
using IsoE.Workflows;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IsoE.Office.Tests.Storage;

public sealed class BackupTests(DatabaseKind kind) : OnBothDatabases(kind)
{
    private TestOffice _office = null!;
    private string _file = null!;

    [SetUp]
    public async Task Start()
    {
        _office = await TestOffice.Start(Kind, TestFacts.Configure);
        await _office.Runner.Run(
            new StepRequest(TestOffice.Agency, "instance", "c1", "an"), step => step.Record(new NoteTaken("xin chào", 1)), default);
        _file = Path.Combine(_office.Options.DataDirectory, "backup.zip");
    }

    [TearDown]
    public async Task Stop() => await _office.DisposeAsync();

    [Test]
    public async Task A_backup_brings_back_history_and_attachments()
    {
        var stored = await _office.Get<AttachmentStore>().Store(new MemoryStream([.. "%PDF-1.7"u8]), "a.pdf", default);
        await _office.Get<DatabaseBackup>().Write(_file, default);

        using var empty = TestDatabase.CreateBlank(Kind);
        await using var services = Services(empty);
        await services.GetRequiredService<DatabaseBackup>().Restore(_file, replace: false, default);

        Assert.That(await services.GetRequiredService<HistoryVerification>().Run(default), Is.EqualTo(new VerifiedHistory(1, 1, null)));
        await using var file = services.GetRequiredService<AttachmentStore>().Open(stored.Sha256);
        Assert.That(file.Length, Is.EqualTo(8));
        await using var db = services.GetRequiredService<IDbContextFactory<OfficeDb>>().CreateDbContext();
        Assert.That(() => db.Database.ExecuteSqlRawAsync("DELETE FROM history"), Throws.InstanceOf<System.Data.Common.DbException>(), "the triggers are back too");
    }

    [Test]
    public async Task A_database_that_is_there_is_replaced_only_when_told()
    {
        await _office.Get<DatabaseBackup>().Write(_file, default);
        using var other = await TestDatabase.Create(Kind);
        await using var services = Services(other);
        var backup = services.GetRequiredService<DatabaseBackup>();

        var refusal = await Assert.ThrowsAsync<RejectedException>(() => backup.Restore(_file, replace: false, default));
        Assert.That(refusal!.Code, Is.EqualTo("database-exists"));
        await backup.Restore(_file, replace: true, default);

        Assert.That((await services.GetRequiredService<HistoryVerification>().Run(default)).Rows, Is.EqualTo(1));
    }

    [Test]
    public async Task An_old_backup_is_never_overwritten()
    {
        await _office.Get<DatabaseBackup>().Write(_file, default);

        var refusal = await Assert.ThrowsAsync<RejectedException>(() => _office.Get<DatabaseBackup>().Write(_file, default));

        Assert.That(refusal!.Code, Is.EqualTo("backup-exists"));
    }

    [Test]
    public async Task A_file_that_is_no_backup_is_refused()
    {
        await File.WriteAllTextAsync(_file, "not a zip");
        using var empty = TestDatabase.CreateBlank(Kind);
        await using var services = Services(empty);

        var refusal = await Assert.ThrowsAsync<RejectedException>(
            () => services.GetRequiredService<DatabaseBackup>().Restore(_file, replace: false, default));

        Assert.That(refusal!.Code, Is.EqualTo("not-a-backup"));
        Assert.That(await services.GetRequiredService<DatabaseSchema>().Migrate(default), Is.Not.Empty, "nothing half done");
    }

    private static ServiceProvider Services(TestDatabase database) =>
        new ServiceCollection().AddLogging().AddStorage(database.Options).BuildServiceProvider();
}
