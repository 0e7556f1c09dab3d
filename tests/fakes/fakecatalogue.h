// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/tools/promptprovider.h"

#include <QPointer>

namespace fairlead::fakes {

/** Three resources and one template; `note://1` can be read, everything else is unknown. */
class FakeResources final : public tools::ResourceProvider
{
public:
    [[nodiscard]] QList<tools::Resource> list(const tools::Caller &caller) const override;
    [[nodiscard]] QList<tools::ResourceTemplate> templates(
        const tools::Caller &caller) const override;
    [[nodiscard]] QCoro::Task<Result<QList<tools::Content>>> read(
        tools::ResourceRead wish) override;
    /** What was typed, twice, and that there are nine in all. */
    [[nodiscard]] QCoro::Task<Result<tools::Completion>> complete(
        tools::CompletionQuery query) override;
    /** Every note, except by the user `usr_stranger`. */
    [[nodiscard]] Result<std::unique_ptr<tools::Following>> follow(
        const QString &uri, const tools::Caller &caller) override;

    /** Tells those who follow it. */
    void change(const QString &uri);
    [[nodiscard]] qsizetype followers() const;

private:
    QList<std::pair<QString, QPointer<tools::Following>>> m_followings;
};

/** The prompt `greet` with the required argument `who`. */
class FakePrompts final : public tools::PromptProvider
{
public:
    [[nodiscard]] QList<tools::PromptDefinition> list(const tools::Caller &caller) const override;
    [[nodiscard]] QCoro::Task<Result<tools::PromptText>> get(tools::PromptCall call) override;
    /** 101 values. */
    [[nodiscard]] QCoro::Task<Result<tools::Completion>> complete(
        tools::CompletionQuery query) override;
};

} // namespace fairlead::fakes
