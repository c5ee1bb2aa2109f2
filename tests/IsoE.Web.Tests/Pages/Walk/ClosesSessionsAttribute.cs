using NUnit.Framework.Interfaces;

namespace IsoE.Web.Tests.Pages.Walk;

/// <summary>Closes the browser sessions that a test opened: pages left open slow the tests after it.</summary>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class ClosesSessionsAttribute : Attribute, ITestAction
{
    public ActionTargets Targets => ActionTargets.Test;

    public void BeforeTest(ITest test)
    {
    }

    public void AfterTest(ITest test) => Browsers.CloseSessions().GetAwaiter().GetResult();
}
