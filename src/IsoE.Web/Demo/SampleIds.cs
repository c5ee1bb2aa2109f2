using IsoE.Office.Storage;

namespace IsoE.Web.Demo;

/// <summary>Ids of sample rows: the same at every run, so that a run broken off can be taken up again.</summary>
internal static class SampleIds
{
    public static string Dossier(string sampleId) => RowId.Of($"dossier {sampleId}");

    public static string Person(string user) => RowId.Of($"person {user}");

    public static string Command(string sampleId, int step) => $"sample-{sampleId}-{step}";
}
