namespace IsoE.Verifier;

/// <summary>The file cannot be read as what it should be.</summary>
public sealed class DamagedException(string vi, string en) : Exception(en)
{
    public Finding Finding { get; } = new(vi, en);
}
