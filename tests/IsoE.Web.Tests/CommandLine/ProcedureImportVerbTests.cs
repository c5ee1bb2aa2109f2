using IsoE.Web.Tests.Pages;

namespace IsoE.Web.Tests.CommandLine;

public sealed class ProcedureImportVerbTests
{
    private string _folder = "";

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("isoe-word").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public async Task A_Word_file_becomes_the_two_files_of_a_draft_with_everything_to_look_at()
    {
        var run = await Import(SmallWordFile.Bytes());

        Assert.That(run.Exit, Is.EqualTo(1), "There is something to look at.");
        Assert.That(File.ReadAllText(Path.Combine(_folder, "workflows", "QT-92", "v1.json")), Does.Contain("Kiểm tra hồ sơ thuê hội trường"));
        Assert.That(File.ReadAllText(Path.Combine(_folder, "iso-procedures", "QT-92.md")), Does.Contain("code: "));
    }

    [Test]
    public async Task A_file_with_macros_is_refused_and_nothing_is_written()
    {
        var run = await Import(SmallWordFile.Bytes(macros: true));

        Assert.That(run.Exit, Is.EqualTo(1));
        Assert.That(run.Out + run.Error, Does.Contain("macros"));
        Assert.That(Directory.GetDirectories(_folder), Is.Empty);
    }

    private async Task<Shell> Import(byte[] word)
    {
        var file = Path.Combine(_folder, "quy-trinh.docx");
        await File.WriteAllBytesAsync(file, word);
        return await Shell.Run("procedure", "import", file, "--out", _folder, "--code", "QT-92", "--name", "Cho thuê hội trường");
    }
}
