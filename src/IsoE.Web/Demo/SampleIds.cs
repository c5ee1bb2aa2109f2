using System.Security.Cryptography;
using System.Text;

namespace IsoE.Web.Demo;

/// <summary>Ids of sample rows: the same at every run, so that a run broken off can be taken up again.</summary>
internal static class SampleIds
{
    public static string Dossier(string sampleId) => Of($"dossier {sampleId}");

    public static string Person(string user) => Of($"person {user}");

    public static string Command(string sampleId, int step) => $"sample-{sampleId}-{step}";

    private static string Of(string name) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 16));
}
