using System.ComponentModel;
using ModBot.PostgreSql;
using ModBot.Storage.Tests.PostgreSql;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace ModBot.Storage.Tests;

/// <summary>A test that is skipped, with the reason, where its class needs an engine that this machine lacks.</summary>
public sealed class StoreTestCase : XunitTestCase
{
    [Obsolete("For the test runner, which fills it in.")]
    [EditorBrowsable(EditorBrowsableState.Never)]
    public StoreTestCase()
    {
    }

    public StoreTestCase(IMessageSink sink, TestMethodDisplay display, TestMethodDisplayOptions options, ITestMethod method, object[]? arguments)
        : base(sink, display, options, method, arguments)
    {
    }

    /// <summary>Null where nothing is missing.</summary>
    internal static string? ReasonToSkip(ITestMethod method) =>
        method.TestClass.Class.GetCustomAttributes(typeof(RequiresPostgreSqlAttribute)).Any() ? PostgreSqlInstallation.Missing : null;

    protected override string GetSkipReason(IAttributeInfo factAttribute) => base.GetSkipReason(factAttribute) ?? ReasonToSkip(TestMethod)!;
}
