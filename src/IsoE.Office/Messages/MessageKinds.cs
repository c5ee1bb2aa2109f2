namespace IsoE.Office.Messages;

/// <summary>The kinds of messages that the product itself sends; their words are templates.</summary>
public static class MessageKinds
{
    /// <summary>What a procedure tells the applicant. Values: <c>subject</c>, <c>message</c>.</summary>
    public const string Notice = "notice";

    /// <summary>What a procedure tells officers. Values: <c>subject</c>, <c>message</c>.</summary>
    public const string OfficerNotice = "officer-notice";

    public const string Accepted = "accepted";
    public const string Extended = "extended";
    public const string Payment = "payment";

    /// <summary>The result waits to be collected. Values: <c>days</c>.</summary>
    public const string Uncollected = "uncollected";

    /// <summary>The result was handed over: how satisfied is the applicant?</summary>
    public const string Survey = "survey";

    /// <summary>Values: <c>oneTimeCode</c>, <c>minutes</c>. Urgent, kept no longer than needed, not sent when its time is over.</summary>
    public const string OneTimeCode = "one-time-code";
}
