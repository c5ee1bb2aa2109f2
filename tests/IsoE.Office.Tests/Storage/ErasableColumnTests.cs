using IsoE.Office.Dossiers;
using IsoE.Office.Storage;
using IsoE.Office.Tests.TestBed;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Office.Tests.Storage;

/// <summary>Every column of text in the rows of an instance is declared erasable, or stands in the golden file as naming nobody.</summary>
public sealed class ErasableColumnTests
{
    [Test]
    public async Task A_column_that_could_name_somebody_is_declared_or_known_not_to()
    {
        await using var office = await TestOffice.Start(DatabaseKind.Sqlite);
        await using var db = office.OpenDb();
        var kept = db.Model.GetEntityTypes()
            // A dossier folds from its residue; history and state of an instance are erased as a whole.
            .Where(type => type.ClrType != typeof(DossierRow) && type.ClrType != typeof(HistoryRow) && type.ClrType != typeof(InstanceRow))
            .Where(type => type.FindProperty("InstanceId") is not null && type.FindProperty("AgencyId") is not null)
            .SelectMany(type => type.GetProperties().Where(column => column.ClrType == typeof(string) && !column.IsPrimaryKey() && column.ErasedTo() is null)
                .Select(column => $"{type.GetTableName()}.{column.GetColumnName()}"))
            .Order(StringComparer.Ordinal);
        var actual = string.Join('\n', kept) + "\n";

        await File.WriteAllTextAsync(Path.Combine(TestContext.CurrentContext.WorkDirectory, "kept-columns.actual.txt"), actual);
        var golden = await File.ReadAllTextAsync(Path.Combine(TestContext.CurrentContext.TestDirectory, "Storage", "kept-columns.golden.txt"));
        Assert.That(actual, Is.EqualTo(golden), "Declare the column with IsErasable, or, if it can name no applicant, copy kept-columns.actual.txt over the golden file.");
    }
}
