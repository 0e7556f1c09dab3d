// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/tools/clientport.h"

namespace fairlead::fakes {

/** A client whose person answers forms as the test says, at once. */
class FakeClientPort final : public tools::ClientPort
{
public:
    /** Accepts every form, with these values as far as the form has them. */
    void fillIn(const QJsonObject &values);
    void answer(tools::InputAnswer::Action action);
    void fail(Error error);

    [[nodiscard]] bool can(tools::InputRequest::Kind kind) const override;
    [[nodiscard]] QCoro::Task<Result<tools::InputAnswers>> ask(
        QList<tools::InputRequest> requests) override;
    void log(tools::LogLevel, const QString &, const QJsonValue &) override {}
    void pollLater() override {}

    /** What was asked, in order. */
    [[nodiscard]] const QList<tools::InputRequest> &asked() const { return m_asked; }
    /** The names of the fields of one form. */
    [[nodiscard]] static QStringList fieldsOf(const tools::InputRequest &request);

    bool opensPages = false; ///< whether its person can be sent to a page

private:
    QJsonObject m_values;
    tools::InputAnswer::Action m_action = tools::InputAnswer::Action::Accept;
    std::optional<Error> m_error;
    QList<tools::InputRequest> m_asked;
};

} // namespace fairlead::fakes
