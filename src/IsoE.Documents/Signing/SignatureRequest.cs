namespace IsoE.Documents.Signing;

/// <summary>What a signature says about itself.</summary>
/// <param name="Name">The person or organisation that signs.</param>
/// <param name="Reason">Why: approval, issue.</param>
/// <param name="Location">Place of the agency; empty: not said.</param>
/// <param name="At">The signer's own claim of the time; a time-stamp proves it.</param>
/// <param name="Seal">What is seen of it on the page; null: nothing.</param>
public sealed record SignatureRequest(string Name, string Reason, string Location, DateTimeOffset At, VisibleSeal? Seal);

/// <summary>The picture of a signature on the page.</summary>
/// <param name="Drawing">A PDF file of one page, of the size of the picture.</param>
/// <param name="Description">Said by readers that cannot show it.</param>
public sealed record VisibleSeal(SealKind Kind, byte[] Drawing, string Description);

/// <summary>Whose picture it is; decides where it stands (NĐ 30/2020, Appendix I).</summary>
public enum SealKind
{
    /// <summary>Between capacity and name of the signer.</summary>
    Person,

    /// <summary>Over the left third of the person's signature.</summary>
    Organisation,
}
