using ModBot.Contracts;
using ModBot.Core.Ports;
using ModBot.Core.Spam;

namespace ModBot.Core.Tests.Spam;

public sealed class BuiltInContractTests : SpamModelContract
{
    protected override string Id => "built-in";

    protected override ISpamModelTrainer Create() => new BuiltInTrainer();

    protected override ISpamModelTrainer CreateWith(IReadOnlyList<LabelledText> prior) => new BuiltInTrainer { Prior = prior };
}
