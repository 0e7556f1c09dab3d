// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/result.h"

#include <QByteArray>
#include <QObject>
#include <QStringList>

#include <memory>

QT_BEGIN_NAMESPACE
class QSocketNotifier;
QT_END_NAMESPACE

namespace fairlead::ctl {

/**
 * A program that is started to stay when we are gone. It gets nothing of our standard input and
 * output; what it says on standard error is kept until it serves, to tell why it does not.
 */
class ProgramStart final : public QObject
{
    Q_OBJECT

public:
    /** NotFound when the program cannot be run at all. */
    [[nodiscard]] static Result<std::unique_ptr<ProgramStart>> launch(const QString &program,
                                                                      const QStringList &arguments);
    ~ProgramStart() override;

    /** Whether it ended. (On Windows nobody tells us.) */
    [[nodiscard]] bool hasEnded() const { return m_hasEnded; }
    /** The last line that it wrote on standard error, cleaned. */
    [[nodiscard]] QString lastWords() const;

Q_SIGNALS:
    void ended();

private:
    explicit ProgramStart(int errors);
    void readErrors();

    int m_errors; ///< reading end of its standard error
    QSocketNotifier *m_notifier = nullptr;
    QByteArray m_text;
    bool m_hasEnded = false;
};

} // namespace fairlead::ctl
