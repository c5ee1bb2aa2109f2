using IsoE.Workflows;
using NUnit.Framework.Constraints;

namespace IsoE.Office.Tests.TestBed;

/// <summary>What a command says that was refused.</summary>
internal static class Refusal
{
    public static EqualStringConstraint Rejected(string code) =>
        Throws.InstanceOf<RejectedException>().With.Property(nameof(RejectedException.Code)).EqualTo(code);
}
