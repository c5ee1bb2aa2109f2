using IsoE.Workflows;

namespace IsoE.Office.Messages.Templates;

/// <summary>The words of one kind of message.</summary>
/// <remarks>
/// <c>{name}</c> is replaced by a value; in SMS <c>{*name}</c> is the one that is shortened when there is no room. A line
/// of <see cref="Body"/>, or a part of <see cref="Sms"/> between bars, whose value is missing is left out.
/// </remarks>
public sealed record MessageTemplate
{
    /// <summary>What people call this kind of message.</summary>
    public required Text Name { get; init; }

    /// <summary>Empty, with <see cref="Body"/>, for answers to SMS.</summary>
    public string Subject { get; init; } = "";

    public string Body { get; init; } = "";

    public required string Sms { get; init; }

    /// <summary>The law demands it: it is sent also to those who want no messages.</summary>
    public bool IsRequired { get; init; }

    /// <summary>Somebody waits for it now: it does not wait for the morning.</summary>
    public bool IsUrgent { get; init; }

    /// <summary>What it said is not kept once it was sent.</summary>
    public bool IsSecret { get; init; }

    /// <summary>After this many minutes it is of no use and no longer sent; null for never.</summary>
    public int? ExpiresAfterMinutes { get; init; }
}
