using ModBot.Contracts;
using ModBot.Core.Ports;
using ModBot.Core.Spam;

namespace ModBot.MicrosoftML.Tests;

public sealed class MicrosoftMlContractTests : SpamModelContract
{
    protected override string Id => "microsoft-ml";

    protected override ISpamModelTrainer Create() => new MicrosoftMlTrainer();

    protected override ISpamModelTrainer CreateWith(IReadOnlyList<LabelledText> prior) => new MicrosoftMlTrainer { Prior = prior };
}
