namespace IsoE.Documents.Signing;

/// <summary>Why a document could not be signed.</summary>
public enum SigningFault
{
    /// <summary>It is no PDF file, or a broken one.</summary>
    Unreadable,

    /// <summary>It is locked by a password.</summary>
    Locked,

    /// <summary>Whoever certified it forbids every further change.</summary>
    ChangesForbidden,

    /// <summary>The password or PIN is wrong.</summary>
    WrongPassword,

    /// <summary>There is no key with a certificate in the file or on the token.</summary>
    NoKey,

    /// <summary>The token's library or the token itself is missing.</summary>
    NoToken,

    /// <summary>The key is of a kind, or too short, so that nobody would accept its signatures.</summary>
    UnfitKey,

    /// <summary>The time-stamp authority gave no time-stamp.</summary>
    NoTimestamp,
}

/// <summary>A document was not signed; nothing was written.</summary>
public sealed class SigningFailedException(SigningFault fault, string message, Exception? inner = null) : Exception(message, inner)
{
    public SigningFault Fault { get; } = fault;
}
