// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/publishingfilter.h"

#include <QComboBox>
#include <QDir>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace fairlead::ui {

using Kind = PublicationsModel::Kind;

PublishingFilter::PublishingFilter(PublicationsModel &model, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_folder(new QComboBox(this))
    , m_remove(new QPushButton(tr("&Remove folder…"), this))
    , m_kind(new QComboBox(this))
    , m_words(new QLineEdit(this))
{
    buildLayout();
    connect(
        m_folder, qOverload<int>(&QComboBox::currentIndexChanged), this, &PublishingFilter::follow);
    connect(m_kind, qOverload<int>(&QComboBox::currentIndexChanged), this, [this] {
        m_model.setKind(static_cast<Kind>(m_kind->currentData().toInt()));
    });
    connect(m_words, &QLineEdit::textChanged, &m_model, &PublicationsModel::setWords);
    connect(m_remove, &QPushButton::clicked, this, [this] { Q_EMIT removeRequested(folder()); });
}

void PublishingFilter::buildLayout()
{
    m_kind->addItem(tr("Texts"), static_cast<int>(Kind::Texts));
    m_kind->addItem(tr("All files"), static_cast<int>(Kind::All));
    m_kind->addItem(tr("Published files"), static_cast<int>(Kind::PublishedOnly));
    m_words->setPlaceholderText(tr("Name or folder"));
    m_words->setClearButtonEnabled(true);
    // A long path must not make the window wider than a screen.
    m_folder->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);

    const auto label = [this](const QString &text, QWidget *buddy) {
        auto *words = new QLabel(text, this);
        words->setBuddy(buddy);
        return words;
    };
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(label(tr("Fol&der:"), m_folder));
    row->addWidget(m_folder, 2);
    row->addWidget(m_remove);
    row->addSpacing(row->spacing() * 2);
    row->addWidget(label(tr("&Show:"), m_kind));
    row->addWidget(m_kind);
    row->addWidget(label(tr("&Filter:"), m_words));
    row->addWidget(m_words, 1);
}

void PublishingFilter::setFolders(const QStringList &folders)
{
    const QString before = folder();
    {
        const QSignalBlocker quiet(m_folder);
        m_folder->clear();
        m_folder->addItem(tr("All folders"), QString());
        for (const QString &path : folders)
            m_folder->addItem(QDir::toNativeSeparators(path), path);
        m_folder->setCurrentIndex(qMax(0, m_folder->findData(before)));
    }
    follow();
}

// NOLINTNEXTLINE(readability-make-member-function-const): it changes what is shown
void PublishingFilter::chooseFolder(const QString &folder)
{
    m_folder->setCurrentIndex(qMax(0, m_folder->findData(folder)));
}

QString PublishingFilter::folder() const
{
    return m_folder->currentData().toString();
}

void PublishingFilter::follow()
{
    m_remove->setEnabled(!folder().isEmpty());
    m_folder->setToolTip(m_folder->currentText());
    m_model.setFolder(folder());
}

} // namespace fairlead::ui
