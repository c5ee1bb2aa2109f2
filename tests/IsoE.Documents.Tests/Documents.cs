using IsoE.Documents.Forms;
using IsoE.Documents.Typesetting;

namespace IsoE.Documents.Tests;

/// <summary>The typesetter that all fixtures share, and a place to look at what it made.</summary>
[SetUpFixture]
public sealed class Documents
{
    public static readonly DateTimeOffset At = new(2026, 10, 8, 1, 15, 0, TimeSpan.Zero);

    internal static Typesetter Typesetter { get; private set; } = null!;

    [OneTimeSetUp]
    public void Start() => Typesetter = new Typesetter(new TypesetterOptions());

    [OneTimeTearDown]
    public async Task Stop() => await Typesetter.DisposeAsync();

    /// <summary>The PDF of a form; also left under TestResults for eyes.</summary>
    internal static async Task<byte[]> Render(DocumentForm form, string? name = null)
    {
        var pdf = await Typesetter.Render(form.ToJob(At), CancellationToken.None);
        Directory.CreateDirectory(Folder);
        await File.WriteAllBytesAsync(Path.Combine(Folder, $"{name ?? form.Template}.pdf"), pdf);
        return pdf;
    }

    internal static string Folder => Path.Combine(TestContext.CurrentContext.WorkDirectory, "documents-seen");
}
