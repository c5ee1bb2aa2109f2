namespace IsoE.Documents.Signing.Verification;

/// <summary>How much weight a finding has for the answer.</summary>
public enum FindingGrade
{
    Good,

    /// <summary>Nobody could look; says nothing against the signature.</summary>
    NotChecked,

    /// <summary>The signature cannot be relied on as long as this stands.</summary>
    Doubtful,

    /// <summary>The signature does not hold.</summary>
    Bad,
}

/// <summary>What was found about a signature.</summary>
public enum FindingCode
{
    Intact,
    RangeWrong,
    ContentChanged,
    SignatureWrong,
    SignatureUnreadable,
    SignatureAltered,
    FormatUnknown,

    CoversWholeFile,
    FurtherSignatures,
    FormFilled,
    Annotated,
    ChangedAfterwards,
    BytesAfterEnd,
    SignatureRemoved,

    ChainTrusted,
    SelfSigned,
    IssuerUnknown,
    ChainBroken,
    NotYetValid,
    Expired,
    ExpiredSince,
    CertificateExchanged,
    CertificateUnnamed,

    UsageRight,
    UsageWrong,

    NotRevoked,
    Revoked,
    RevokedLater,
    RevocationNotChecked,
    RevocationUnanswered,

    AlgorithmsStrong,
    AlgorithmWeak,

    TimeProven,
    TimeClaimed,
    TimeMissing,
    TimeInFuture,
    TimestampWrong,
    TimestampUntrusted,

    FileUnreadable,
    FileLocked,
}

/// <param name="Detail">A name, a date or a place that belongs into the sentence; instants as <c>yyyy-MM-ddTHH:mm:ssZ</c>.</param>
public sealed record SignatureFinding(FindingCode Code, FindingGrade Grade, string Detail = "")
{
    internal static string Instant(DateTimeOffset at) =>
        at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture);
}
